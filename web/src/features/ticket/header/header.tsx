import { Button, Tooltip } from "antd";
import type { ReactNode } from "react";
import { copy } from "@/lib/browser/copy";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { BASE } from "@/lib/workspace";
import { Icon } from "@/ui/marks/icon";
import { useVoice } from "@/ui/states/voice";
import type { Act } from "../acting/actions/use-act";
import { useOthers } from "../presence";
import type { Ticket } from "../queries";
import { Mark } from "../reading/conversation/mark";
import css from "./header.module.css";
import { StepStrip } from "./step-strip";
import { Title } from "./title";

interface HeaderProps {
  ticket: Ticket;
  act: Act;
  onBack: () => void;
  /** Where it stands in the list that one came from. */
  place: ReactNode;
  /** The line of properties, where there is room for it. */
  properties: ReactNode;
  /** Buttons at the right end. */
  children: ReactNode;
}

/** Two lines and a strip: what it is and what to do next; what it is set to; how far it is. */
export function Header({ ticket, act, onBack, place, properties, children }: HeaderProps) {
  const { t, local } = useWords();
  const names = useNames();
  // A role is no word of the workflow: who has it is nothing that a ticket tells.
  const duty = (who: readonly string[]) =>
    who
      .filter((one) => !one.includes(":"))
      .map((one) => t(`common.who.${one}`))
      .join(t("common.list_comma"));
  const steps = ticket.steps.map(({ status, state, since, goal, responsible, limit_at }) => ({
    key: status,
    name: local(names.status(status, ticket.type).name),
    state,
    since,
    goal: local(goal),
    duty: duty(responsible),
    limit_at,
  }));
  return (
    <header className={css.header} data-edge={ticket.escalation ?? undefined}>
      <div className={css.top}>
        <Button
          type="text"
          size="small"
          className={css.back}
          onClick={onBack}
          aria-label={t("ticket.back")}
          icon={<Icon name="back" />}
        />
        <CopyNumber number={ticket.number} />
        {place}
        <Title ticket={ticket} act={act} />
        <Marks ticket={ticket} />
        <div className={css.buttons}>{children}</div>
      </div>
      {properties}
      <StepStrip steps={steps} responsible={ticket.assignee?.name} />
    </header>
  );
}

/** What is out of the ordinary, and who else is here. */
function Marks({ ticket }: { ticket: Ticket }) {
  const { t, local } = useWords();
  const names = useNames();
  const level = local(names.name("level", ticket.escalation_level)) || t("queue.escalated");
  return (
    <div className={css.marks}>
      {ticket.escalation && (
        <span className={css.escalated} data-colour={ticket.escalation} title={level}>
          {level}
        </span>
      )}
      {ticket.held_at && (
        <Mark why={t("queue.held_why")} className={css.held}>
          {t("queue.held")}
        </Mark>
      )}
      {ticket.snooze && <Snoozed until={ticket.snooze.until} />}
      {ticket.confirmation_offered_at && <Flag words={t("ticket.flag.thanks")} />}
      {ticket.follow_up_at && <Flag words={t("ticket.flag.follow_up")} />}
      {ticket.answers_stopped && (
        <Mark why={t("ticket.answers.help")} className={css.stopped}>
          {t("ticket.answers.stopped")}
        </Mark>
      )}
      <Others number={ticket.number} />
    </div>
  );
}

/** Out of one's own list until then. */
function Snoozed({ until }: { until: string | null }) {
  const { t, minute } = useWords();
  return <Flag words={until ? t("ticket.snooze.until", { at: minute(until) }) : t("ticket.snooze.until_customer")} />;
}

function Flag({ words }: { words: string }) {
  return (
    <span className={css.flag} title={words}>
      {words}
    </span>
  );
}

function CopyNumber({ number }: { number: string }) {
  const { t } = useWords();
  const { message } = useVoice();
  const copyLink = async () => {
    const link = new URL(`${BASE}/tickets/${number}`, location.href).href;
    if (await copy(link)) message.success(t("ticket.copied"));
    else message.info(link);
  };
  return (
    <Tooltip title={t("ticket.copy")}>
      <button type="button" className={css.number} onClick={copyLink}>
        {number}
      </button>
    </Tooltip>
  );
}

/** Who else is here; who is answering right now comes first and in words. */
function Others({ number }: { number: string }) {
  const { t } = useWords();
  const others = useOthers(number);
  const named = (mode: string) =>
    others
      .filter((each) => each.mode === mode)
      .map((each) => each.name)
      .join(t("common.list_comma"));
  const [replying, viewing] = [named("replying"), named("viewing")];
  return (
    <span className={css.others} aria-live="polite">
      {replying && <b>{t("ticket.others.replying", { names: replying })}</b>}
      {viewing && <span>{t("ticket.others.viewing", { names: viewing })}</span>}
    </span>
  );
}
