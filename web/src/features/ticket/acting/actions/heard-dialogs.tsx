/** What a member heard from the customer outside the ticket: a confirmation, or why they are not content. */
import { Input, Radio } from "antd";
import { useId, useState } from "react";
import { may } from "@/features/ticket/queries";
import { useWords } from "@/lib/words";
import css from "./actions.module.css";
import { type DialogProps, Question, Words } from "./dialogs";

const HEARD = ["phone", "chat", "mail", "in_person"] as const;

/** What the customer said elsewhere: on which channel, in which call. */
export function ConfirmForDialog({ ticket, act, onClose }: DialogProps) {
  const { t } = useWords();
  const [channel, setChannel] = useState<(typeof HEARD)[number]>("phone");
  const [call, setCall] = useState("");
  const [note, setNote] = useState("");
  const id = useId();
  return (
    <Question
      name="confirm_for"
      act={act}
      onClose={onClose}
      commands={[{ do: "confirm_for", body: { channel, call: call.trim(), note: note.trim() } }]}
    >
      <div className={css.field}>
        {t("ticket.confirm_for.channel", { name: ticket.requester.name })}
        <Radio.Group
          value={channel}
          onChange={(event) => setChannel(event.target.value)}
          options={HEARD.map((value) => ({ value, label: t(`events.heard.${value}`) }))}
        />
      </div>
      <label htmlFor={id} className={css.field}>
        {t("ticket.confirm_for.call")}
        <Input id={id} value={call} maxLength={200} onChange={(event) => setCall(event.target.value)} />
      </label>
      <Words text={note} onText={setNote} label={t("ticket.confirm_for.note")} most={2_000} />
    </Question>
  );
}

const OUTCOMES = ["called_back", "alerted"] as const;

/** What came of calling back a customer who is not content; reopening ends the follow-up by itself. */
export function FollowUpDialog({ ticket, act, onClose }: DialogProps) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>("called_back");
  const [note, setNote] = useState("");
  return (
    <Question
      name="follow_up"
      help={t(may(ticket, "reopen") ? "ticket.follow_up.help" : "ticket.follow_up.help_closed")}
      act={act}
      onClose={onClose}
      commands={[{ do: "follow_up", body: { outcome, note: note.trim() } }]}
    >
      <Radio.Group
        vertical
        value={outcome}
        onChange={(event) => setOutcome(event.target.value)}
        options={OUTCOMES.map((value) => ({ value, label: t(`events.follow_up.${value}`) }))}
      />
      <Words text={note} onText={setNote} label={t("ticket.follow_up.note")} most={2_000} />
    </Question>
  );
}
