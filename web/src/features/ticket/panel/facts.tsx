import { Rate, Select } from "antd";
import type { ReactNode } from "react";
import { useNames } from "@/lib/directory";
import { useCounting, useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { Avatar } from "@/ui/marks/avatar";
import { Icon } from "@/ui/marks/icon";
import type { Act } from "../acting/actions/use-act";
import { TypeSelect } from "../properties/type-select";
import type { Ticket } from "../queries";
import css from "./panel.module.css";

/** A name and its value, inside a `<dl>`. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={css.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What it is, where it comes from, and how it ended. */
export function Facts({ ticket, act }: { ticket: Ticket; act: Act }) {
  const { t } = useWords();
  const { creator, organisation, rating } = ticket;
  return (
    <dl className={css.facts}>
      <Fact name={t("common.field.type")}>
        <TypeSelect ticket={ticket} act={act} />
      </Fact>
      {creator && creator.id !== ticket.requester.id && <Fact name={t("ticket.facts.creator")}>{creator.name}</Fact>}
      {organisation && <Fact name={t("common.field.organisation_id")}>{organisation.name}</Fact>}
      <Fact name={t("ticket.customer.channel")}>{t(`common.channel.${ticket.channel}`)}</Fact>
      <Fact name={t("ticket.customer.opened")}>
        <Ago at={ticket.created_at} />
      </Fact>
      {ticket.reopened > 0 && (
        <Fact name={t("ticket.facts.reopened")}>{t("ticket.facts.times", { n: ticket.reopened })}</Fact>
      )}
      {ticket.close_reason && (
        <Fact name={t("ticket.facts.close_reason")}>
          {t(`common.close_reason.${ticket.close_reason}`, { defaultValue: ticket.close_reason })}
        </Fact>
      )}
      <Reopening ticket={ticket} />
      {rating !== null && (
        <Fact name={t("ticket.facts.rating")}>
          <Rate disabled value={rating} style={{ fontSize: 14 }} aria-label={String(rating)} />
        </Fact>
      )}
    </dl>
  );
}

/** Until when the customer may reopen what was closed; null: not any more, or not they. */
export function useReopening({ reopen_until }: Ticket): string | null {
  const { now } = useCounting();
  return reopen_until && Date.parse(reopen_until) > now.getTime() ? reopen_until : null;
}

function Reopening({ ticket }: { ticket: Ticket }) {
  const { t, minute } = useWords();
  const until = useReopening(ticket);
  if (ticket.phase !== "resolved" && ticket.phase !== "closed") return null;
  const closed = until ? t("ticket.facts.reopening.until", { at: minute(until) }) : t("ticket.facts.reopening.over");
  return (
    <Fact name={t("ticket.facts.reopening.name")}>
      {ticket.phase === "resolved" ? t("ticket.facts.reopening.resolved") : closed}
    </Fact>
  );
}

/** Who is told of what happens; a colleague may be added, and anybody taken out. */
export function Watchers({ ticket, act, isPast }: { ticket: Ticket; act: Act; isPast: boolean }) {
  const { t } = useWords();
  const { members } = useNames().directory;
  const { watchers } = ticket;
  const isWatching = (id: number) => watchers.some((each) => each.id === id);
  const set = (id: number, name: string, watching: boolean) => {
    const others = watchers.filter((each) => each.id !== id);
    return act(
      { do: "watch", body: { watching, person_id: id } },
      { watchers: watching ? [...others, { id, name }] : others },
    );
  };
  return (
    <>
      {watchers.length === 0 && <p className={css.quiet}>{t("ticket.watchers.none")}</p>}
      <ul className={css.watchers} aria-label={t("ticket.panel.watchers")}>
        {watchers.map(({ id, name }) => (
          <li key={id} className={css.watcher}>
            <Avatar name={name} size={20} />
            <span className={css.grow}>{name}</span>
            {!isPast && (
              <button type="button" className={css.remove} onClick={() => set(id, name, false)}>
                <Icon name="close" size={12} />
                <span className="visually-hidden">{t("ticket.watchers.remove", { name })}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {!isPast && (
        <Select
          size="small"
          className={css.add}
          showSearch={{ optionFilterProp: "label" }}
          value={null}
          placeholder={t("ticket.watchers.add")}
          aria-label={t("ticket.watchers.add")}
          options={members
            .filter((each) => each.active && !isWatching(each.id))
            .map((each) => ({ value: each.id, label: each.name }))}
          onChange={(id: number | null, option) => {
            if (id !== null && option && !Array.isArray(option)) void set(id, option.label, true);
          }}
        />
      )}
    </>
  );
}
