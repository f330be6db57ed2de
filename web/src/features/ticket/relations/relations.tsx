/** The tickets that this one belongs together with, and how far its children are. */
import { Link } from "@tanstack/react-router";
import { Button, Progress } from "antd";
import { useState } from "react";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { PhasePill } from "@/ui/marks/phase-pill";
import { useVoice } from "@/ui/states/voice";
import { may, type Ticket } from "../queries";
import { ChildDialog } from "./child-dialog";
import { LinkDialog } from "./link-dialog";
import { MergeDialog } from "./merge-dialog";
import { type Relating, type TicketLink, useRelate } from "./queries";
import css from "./relations.module.css";
import { RuleDialog } from "./rule-dialog";
import { SplitDialog, written } from "./split-dialog";

type DialogName = "link" | "child" | "rule" | "merge" | "split";
const DIALOGS = { link: LinkDialog, child: ChildDialog, rule: RuleDialog, merge: MergeDialog, split: SplitDialog };

export function Relations({ ticket, isPast }: { ticket: Ticket; isPast: boolean }) {
  const { t } = useWords();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const Dialog = dialog && DIALOGS[dialog];
  const canLink = !isPast && may(ticket, "link");
  const canRule = canLink && ticket.phase !== "closed";
  return (
    <>
      {ticket.links.length === 0 && <p className={css.quiet}>{t("ticket.relations.none")}</p>}
      {ticket.children && <Progressing ticket={ticket} />}
      <Groups ticket={ticket} canLink={canLink} />
      {canLink && (
        <div className={css.buttons}>
          <Button size="small" icon={<Icon name="link" size={14} />} onClick={() => setDialog("link")}>
            {t("ticket.relations.link")}
          </Button>
          {canRule && (
            <Button size="small" icon={<Icon name="plus" size={14} />} onClick={() => setDialog("child")}>
              {t("ticket.relations.child")}
            </Button>
          )}
          {may(ticket, "merge") && (
            <Button size="small" icon={<Icon name="swap" size={14} />} onClick={() => setDialog("merge")}>
              {t("ticket.relations.merge")}
            </Button>
          )}
          {written(ticket.timeline).length > 0 && (
            <Button size="small" icon={<Icon name="out" size={14} />} onClick={() => setDialog("split")}>
              {t("ticket.relations.split")}
            </Button>
          )}
          {canRule && ticket.children && (
            <Button size="small" icon={<Icon name="gear" size={14} />} onClick={() => setDialog("rule")}>
              {t("ticket.relations.rule")}
            </Button>
          )}
        </div>
      )}
      {Dialog && <Dialog ticket={ticket} onClose={() => setDialog(null)} />}
    </>
  );
}

function Progressing({ ticket: { children, type } }: { ticket: Ticket }) {
  const { t, local } = useWords();
  const names = useNames();
  if (!children) return null;
  const { done, total, closing, advance, to } = children;
  const said = t("ticket.relations.progress", { done, total });
  return (
    <div className={css.progress}>
      <p>{said}</p>
      <Progress percent={Math.round((done / total) * 100)} size="small" showInfo={false} aria-label={said} />
      <p className={css.quiet}>{t(`ticket.relations.closing.${closing}`)}</p>
      {advance !== null && to !== null && (
        <p className={css.quiet}>
          {t(advance === 0 ? "ticket.relations.advances_all" : "ticket.relations.advances", {
            n: advance,
            status: local(names.status(to, type).name),
          })}
        </p>
      )}
    </div>
  );
}

/** Together by what they are to each other, in the order in which they were linked. */
function Groups({ ticket, canLink }: { ticket: Ticket; canLink: boolean }) {
  const { t } = useWords();
  const kinds = [...new Set(ticket.links.map((each) => each.kind))];
  const remove = useRemove(ticket);
  return kinds.map((kind) => (
    <section key={kind} aria-label={t(`ticket.relations.kind.${kind}`)}>
      <h3 className={css.heading}>{t(`ticket.relations.kind.${kind}`)}</h3>
      <ul className={css.list}>
        {ticket.links
          .filter((each) => each.kind === kind)
          .map((each) => (
            <Line
              key={each.number}
              link={each}
              onRemove={canLink && each.number !== ticket.merged_into ? () => remove(each) : undefined}
            />
          ))}
      </ul>
    </section>
  ));
}

function Line({ link, onRemove }: { link: TicketLink; onRemove: (() => void) | undefined }) {
  const { t, local } = useWords();
  const { number, title, type, phase, status, why } = link;
  const names = useNames();
  return (
    <li className={css.line}>
      <Link to="/tickets/$number" params={{ number }} className={css.ticket} title={title}>
        <PhasePill phase={phase} name={local(names.status(status, type).name)} plain />
        <span className={css.title}>{title}</span>
        <span className={css.quiet}>
          {number}
          {why && ` · ${t(`ticket.relations.why.${why}`)}`}
        </span>
      </Link>
      {onRemove && (
        <button type="button" className={css.remove} onClick={onRemove}>
          <Icon name="close" size={12} />
          <span className="visually-hidden">{t("ticket.relations.remove", { number })}</span>
        </button>
      )}
    </li>
  );
}

/** Takes a link away, and offers to bring it back. */
function useRemove(ticket: Ticket): (link: TicketLink) => Promise<void> {
  const { t, problem } = useWords();
  const { message } = useVoice();
  const { mutateAsync } = useRelate(ticket.number);
  const key = `relations.${ticket.number}`;
  const relate = async (relating: Relating) => {
    try {
      await mutateAsync(relating);
      return true;
    } catch (error) {
      message.error({ key, content: [problem(error).title, problem(error).remedy].join(" ") });
      return false;
    }
  };
  return async ({ number: other, kind }) => {
    if (!(await relate({ other, kind: null }))) return;
    const back = () => {
      message.destroy(key);
      void relate({ other, kind });
    };
    message.success({
      key,
      duration: 5,
      content: (
        <>
          {t("ticket.relations.removed", { number: other })}
          <Button type="link" size="small" onClick={back}>
            {t("ticket.undo.undo")}
          </Button>
        </>
      ),
    });
  };
}
