import { App, Button, Input, Select, Tooltip } from "antd";
import { type ReactNode, useState } from "react";
import { copy } from "@/lib/copy";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { BASE } from "@/lib/workspace";
import { Icon } from "@/ui/icon";
import { StepBar } from "@/ui/step-bar";
import css from "./header.module.css";
import { Mark } from "./mark";
import { useOthers } from "./presence";
import { Properties, type PropertiesProps } from "./properties";
import type { Ticket } from "./queries";
import { may } from "./queries";
import type { Act } from "./use-act";

interface HeaderProps extends PropertiesProps {
  isPast: boolean;
  onBack: () => void;
  /** Buttons at the right end. */
  children: ReactNode;
}

export function Header({ isPast, onBack, children, ...properties }: HeaderProps) {
  const { ticket, act } = properties;
  const { t, local } = useWords();
  const names = useNames();
  const steps = ticket.steps.map(({ status, state, since }) => ({
    key: status,
    name: local(names.status(status, ticket.type).name),
    state,
    since,
  }));
  return (
    <header className={css.header} data-edge={ticket.escalation ?? undefined}>
      <div className={css.top}>
        <Button type="text" size="small" onClick={onBack} aria-label={t("ticket.back")} icon={<Icon name="back" />} />
        <CopyNumber number={ticket.number} />
        {ticket.escalation && (
          <span className={css.escalated} data-colour={ticket.escalation}>
            {local(names.name("level", ticket.escalation_level)) || t("queue.escalated")}
          </span>
        )}
        {ticket.held_at && (
          <Mark why={t("queue.held_why")} className={css.held}>
            {t("queue.held")}
          </Mark>
        )}
        {ticket.confirmation_offered_at && <span className={css.flag}>{t("ticket.flag.thanks")}</span>}
        {ticket.follow_up_at && <span className={css.flag}>{t("ticket.flag.follow_up")}</span>}
        {ticket.answers_stopped && (
          <Mark why={t("ticket.answers.help")} className={css.stopped}>
            {t("ticket.answers.stopped")}
          </Mark>
        )}
        <Others number={ticket.number} />
        <div className={css.buttons}>{children}</div>
      </div>
      <Title ticket={ticket} act={act} />
      <fieldset className={css.fields} disabled={isPast}>
        <legend className="visually-hidden">{t("ticket.properties")}</legend>
        <Properties {...properties} />
        <Tags ticket={ticket} act={act} />
      </fieldset>
      <StepBar steps={steps} responsible={ticket.assignee?.name} label={t("common.steps")} />
    </header>
  );
}

function CopyNumber({ number }: { number: string }) {
  const { t } = useWords();
  const { message } = App.useApp();
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

/** Enter or leaving the field saves, Escape takes back. */
function Title({ ticket, act }: { ticket: Ticket; act: Act }) {
  const { t } = useWords();
  const [title, setTitle] = useState<string | null>(null);
  const save = () => {
    const next = title?.trim();
    setTitle(null);
    if (next && next !== ticket.title) void act({ do: "set", body: { title: next } }, { title: next });
  };
  if (title === null) {
    return (
      <h1 className={css.title}>
        {ticket.title}
        {may(ticket, "edit") && (
          <button type="button" className={css.edit} onClick={() => setTitle(ticket.title)}>
            <Icon name="edit" size={14} />
            <span className="visually-hidden">{t("ticket.edit_title")}</span>
          </button>
        )}
      </h1>
    );
  }
  return (
    <Input
      autoFocus
      value={title}
      maxLength={200}
      aria-label={t("common.field.title")}
      onChange={(event) => setTitle(event.target.value)}
      onBlur={save}
      onPressEnter={save}
      onKeyDown={(event) => event.key === "Escape" && setTitle(null)}
    />
  );
}

function Tags({ ticket, act }: { ticket: Ticket; act: Act }) {
  const { t } = useWords();
  const set = (tags: string[]) => {
    const add = tags.filter((tag) => !ticket.tags.includes(tag));
    const remove = ticket.tags.filter((tag) => !tags.includes(tag));
    void act({ do: "tag", body: { add, remove } }, { tags });
  };
  return (
    <Select
      mode="tags"
      size="small"
      variant="borderless"
      className={css.tags}
      aria-label={t("common.field.tags")}
      placeholder={t("ticket.add_tag")}
      disabled={!may(ticket, "edit")}
      value={ticket.tags}
      onChange={set}
      open={false}
      suffixIcon={null}
      tokenSeparators={[",", "，"]}
    />
  );
}
