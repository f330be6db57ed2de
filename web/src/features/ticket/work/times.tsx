/** How long people worked on a ticket: the sum, running watches, and the entries. One changes what is one's own. */
import { Button } from "antd";
import { useState } from "react";
import type { Act } from "@/features/ticket/acting/actions/use-act";
import { may, type Ticket } from "@/features/ticket/queries";
import type { Schemas } from "@/lib/api";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./later.module.css";
import { RecordTimeDialog } from "./time-dialog";

interface TimesProps {
  ticket: Ticket;
  work: Schemas["RecordedTime"];
  act: Act;
  isPast: boolean;
}

type Entry = Schemas["TimeEntry"];

export function Times({ ticket, work, act, isPast }: TimesProps) {
  const { t, worked, clock } = useWords();
  const me = useMe();
  const nameOf = useNameOf();
  const [asked, setAsked] = useState<Entry | "new" | null>(null);
  const isRunning = work.running_since !== null;
  const others = work.running.filter((each) => each !== me.person_id).map(nameOf);
  const watch = (what: "start" | "stop") => () =>
    act({ do: "watch_time", body: { do: what } }, undefined, what === "stop" ? t("ticket.time.stopped") : undefined);
  return (
    <>
      <div className={css.tools}>
        <p className={css.sum}>
          {work.minutes > 0
            ? t("ticket.time.sum", { span: worked(work.minutes) })
            : t(work.is_lacking ? "ticket.time.lacking" : "ticket.time.none")}
        </p>
        {!isPast && (isRunning || may(ticket, "time")) && (
          <Button size="small" onClick={watch(isRunning ? "stop" : "start")}>
            {t(isRunning ? "ticket.time.stop" : "ticket.time.start")}
          </Button>
        )}
        {!isPast && may(ticket, "record_time") && (
          <Button size="small" onClick={() => setAsked("new")}>
            {t("ticket.time.by_hand")}
          </Button>
        )}
      </div>
      {work.running_since && <p className={css.at}>{t("ticket.time.running", { at: clock(work.running_since) })}</p>}
      {others.length > 0 && (
        <p className={css.at}>{t("ticket.time.others", { names: others.join(t("common.list_comma")) })}</p>
      )}
      {work.entries.length > 0 && (
        <ul className={css.list} aria-label={t("ticket.time.label")}>
          {work.entries.map((entry) => (
            <EntryLine
              key={entry.id}
              entry={entry}
              act={act}
              onEdit={isPast || entry.person_id !== me.person_id ? undefined : () => setAsked(entry)}
            />
          ))}
        </ul>
      )}
      {asked && (
        <RecordTimeDialog act={act} entry={asked === "new" ? undefined : asked} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

function useNameOf(): (id: number) => string {
  const { t } = useWords();
  const { members } = useNames().directory;
  return (id) => members.find((each) => each.id === id)?.name ?? t("events.someone");
}

/** One's own are changed and removed here; without `onEdit` it is somebody else's, or the past. */
function EntryLine({ entry, act, onEdit }: { entry: Entry; act: Act; onEdit?: () => void }) {
  const { t, worked, local } = useWords();
  const names = useNames();
  const name = useNameOf()(entry.person_id);
  const said = { name, span: worked(entry.minutes) };
  const remove = () => act({ do: "remove_time", body: { id: entry.id } }, undefined, t("ticket.time.removed"));
  return (
    <li className={css.line}>
      <p className={css.text}>
        {name} · {said.span}
        <span className={css.at}>
          {entry.day} {local(names.name("work_kind", entry.work_kind))} {entry.note}
        </span>
      </p>
      {onEdit && (
        <>
          <Button
            type="text"
            size="small"
            aria-label={t("ticket.time.edit", said)}
            icon={<Icon name="edit" size={12} />}
            onClick={onEdit}
          />
          <Button
            type="text"
            size="small"
            aria-label={t("ticket.time.remove", said)}
            icon={<Icon name="trash" size={12} />}
            onClick={remove}
          />
        </>
      )}
    </li>
  );
}
