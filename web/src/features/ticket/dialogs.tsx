/** Questions that come before an action. Each sends once and stays open when it was refused. */
import { Button, Input, Modal, Radio } from "antd";
import { type ReactNode, useId, useState } from "react";
import type { Schemas } from "@/lib/api";
import { fromLocalInput, toLocalInput } from "@/lib/time";
import { useWords } from "@/lib/words";
import css from "./actions.module.css";
import type { Command, Ticket } from "./queries";
import type { Act } from "./use-act";

interface DialogProps {
  act: Act;
  onClose: () => void;
}

interface QuestionProps extends DialogProps {
  name: "accept" | "resolve" | "reopen" | "close";
  command: Command;
  isReady?: boolean;
  children: ReactNode;
}

function Question({ name, command, act, onClose, isReady = true, children }: QuestionProps) {
  const { t } = useWords();
  const [isSending, setIsSending] = useState(false);
  const send = async () => {
    setIsSending(true);
    const isDone = await act(command, undefined, t(`ticket.${name}.done`));
    setIsSending(false);
    if (isDone) onClose();
  };
  return (
    <Modal
      open
      title={t(`ticket.${name}.title`)}
      okText={t(`ticket.${name}.send`)}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={isSending}
      onOk={send}
      onCancel={onClose}
    >
      <p className={css.help}>{t(`ticket.${name}.help`)}</p>
      {children}
    </Modal>
  );
}

const PROMISES_MIN = [30, 60, 120, 240] as const;

/** Accepting, with the time until which the customer is promised an answer, or without. */
export function AcceptDialog({ act, onClose }: DialogProps) {
  const { t, zone, span } = useWords();
  const [value, setValue] = useState("");
  const id = useId();
  const promised = value ? fromLocalInput(value, zone) : null;
  return (
    <Question
      name="accept"
      act={act}
      onClose={onClose}
      command={{ do: "accept", body: { promised_at: promised?.toISOString() ?? null } }}
    >
      <div className={css.choices}>
        {PROMISES_MIN.map((minutes) => (
          <Button
            key={minutes}
            size="small"
            onClick={() => setValue(toLocalInput(new Date(Date.now() + minutes * 60_000), zone))}
          >
            {t("ticket.accept.within", { span: span(minutes * 60) })}
          </Button>
        ))}
      </div>
      <label htmlFor={id} className={css.field}>
        {t("ticket.accept.promised")}
        <Input
          id={id}
          type="datetime-local"
          value={value}
          onChange={(event) => setValue(event.target.value)}
          allowClear
        />
      </label>
    </Question>
  );
}

/** A last reply goes to the customer together with the notice; it may be left empty. */
export function ResolveDialog({ ticket, act, onClose }: DialogProps & { ticket: Ticket }) {
  const { t } = useWords();
  const [text, setText] = useState("");
  return (
    <Question name="resolve" act={act} onClose={onClose} command={{ do: "resolve", body: { text } }}>
      <Words text={text} onText={setText} label={t("ticket.resolve.words", { name: ticket.requester.name })} />
    </Question>
  );
}

export function ReopenDialog({ act, onClose }: DialogProps) {
  const { t } = useWords();
  const [text, setText] = useState("");
  return (
    <Question name="reopen" act={act} onClose={onClose} command={{ do: "reopen", body: { text } }}>
      <Words text={text} onText={setText} label={t("ticket.reopen.words")} />
    </Question>
  );
}

type CloseReason = NonNullable<Schemas["Close"]["reason"]>;
const REASONS: readonly CloseReason[] = ["solved", "confirmed", "not_needed", "duplicate"];

export function CloseDialog({ act, onClose }: DialogProps) {
  const { t } = useWords();
  const [reason, setReason] = useState<CloseReason>("solved");
  return (
    <Question name="close" act={act} onClose={onClose} command={{ do: "close", body: { reason } }}>
      <Radio.Group
        vertical
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        options={REASONS.map((value) => ({ value, label: t(`common.close_reason.${value}`) }))}
      />
    </Question>
  );
}

function Words({ text, onText, label }: { text: string; onText: (text: string) => void; label: string }) {
  const id = useId();
  return (
    <label htmlFor={id} className={css.field}>
      {label}
      <Input.TextArea
        id={id}
        value={text}
        maxLength={100_000}
        autoSize={{ minRows: 4, maxRows: 12 }}
        onChange={(event) => onText(event.target.value)}
      />
    </label>
  );
}
