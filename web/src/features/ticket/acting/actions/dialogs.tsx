/** Questions that come before an action. Each sends once and stays open when it was refused. */
import { Input, Modal, Radio, Rate } from "antd";
import { type ReactNode, useId, useRef, useState } from "react";
import { MacroDialog } from "@/features/ticket/acting/macros/macro-dialog";
import { AskDialog } from "@/features/ticket/approvals/ask-dialog";
import type { Command, Ticket } from "@/features/ticket/queries";
import { ChildrenOpen } from "@/features/ticket/relations/children-open";
import { RemindDialog, SnoozeDialog } from "@/features/ticket/work/later-dialogs";
import { BeforeSolving, isGoneThrough } from "@/features/ticket/work/solving";
import { RecordTimeDialog } from "@/features/ticket/work/time-dialog";
import { Audience } from "@/features/ticket/writing/composer/audience";
import type { Writing } from "@/features/ticket/writing/composer/writing";
import type { Schemas } from "@/lib/api";
import { useWords } from "@/lib/words";
import { fromLocalInput, toLocalInput } from "@/lib/words/time";
import { Refusal } from "@/ui/states";
import css from "./actions.module.css";
import { ConfirmForDialog, FollowUpDialog } from "./heard-dialogs";
import { ReadersDialog } from "./readers";
import { ResolveDialog } from "./resolve-dialog";
import { type Act, useFieldName } from "./use-act";

export type DialogName =
  | "accept"
  | "resolve"
  | "reopen"
  | "close"
  | "ask_approval"
  | "rate"
  | "confirm_for"
  | "follow_up"
  | "snooze"
  | "remind"
  | "record_time"
  | "macros"
  | "readers";

export interface DialogProps {
  ticket: Ticket;
  act: Act;
  /** The public reply that is being written; resolving takes it along. */
  reply: Writing;
  /** What was filled in before, and came back. */
  filled: Readonly<Record<string, unknown>>;
  onClose: () => void;
}

/** The question that comes before an action. */
export function ActionDialog({ name, ...props }: DialogProps & { name: DialogName }) {
  const Dialog = DIALOGS[name];
  return <Dialog {...props} />;
}

interface QuestionProps extends Pick<DialogProps, "act" | "onClose"> {
  name: DialogName;
  help?: string;
  /** Sent one after the other, until one is refused. */
  commands: Command[];
  onSent?: (command: Command) => void;
  /** Instead of the commands: says whether it went. */
  onSend?: () => Promise<boolean>;
  isReady?: boolean;
  children: ReactNode;
}

export function Question({
  name,
  help,
  commands,
  act,
  onClose,
  onSent,
  onSend,
  isReady = true,
  children,
}: QuestionProps) {
  const { t } = useWords();
  const nameOf = useFieldName();
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const body = useRef<HTMLDivElement>(null);
  const sendAll = async () => {
    for (const command of commands) {
      const isLast = command === commands.at(-1);
      if (!(await act(command, undefined, isLast ? t(`ticket.${name}.done`) : undefined, setError))) return false;
      onSent?.(command);
    }
    return true;
  };
  const send = async () => {
    setIsSending(true);
    setError(null);
    try {
      if (await (onSend ?? sendAll)()) onClose();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setIsSending(false);
    }
  };
  return (
    <Modal
      open
      afterOpenChange={(isOpen) => isOpen && focusFirst(body.current)}
      title={t(`ticket.${name}.title`)}
      okText={t(`ticket.${name}.send`)}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={isSending}
      onOk={send}
      onCancel={onClose}
    >
      <div ref={body}>
        <p className={css.help}>{help ?? t(`ticket.${name}.help`)}</p>
        {children}
        <Refusal error={error} nameOf={nameOf} />
      </div>
    </Modal>
  );
}

/** What is chosen already stands for its group. */
function focusFirst(body: HTMLElement | null): void {
  const field = body?.querySelector<HTMLElement>("input:checked, textarea, input:not([type=radio]), [tabindex='0']");
  field?.focus();
}

/** Accepting with a time until which the customer is promised an answer. */
function AcceptDialog({ act, onClose }: DialogProps) {
  const { t, zone } = useWords();
  const [value, setValue] = useState(() => toLocalInput(new Date(Date.now() + 3_600_000), zone));
  const id = useId();
  const promised = value ? fromLocalInput(value, zone) : null;
  return (
    <Question
      name="accept"
      act={act}
      onClose={onClose}
      isReady={promised !== null}
      commands={[{ do: "accept", body: { promised_at: promised?.toISOString() ?? null } }]}
    >
      <label htmlFor={id} className={css.field}>
        {t("ticket.accept.promised")}
        <Input id={id} type="datetime-local" value={value} onChange={(event) => setValue(event.target.value)} />
      </label>
    </Question>
  );
}

/** What an agent writes here is a public reply: it says so. */
function ReopenDialog({ ticket, act, onClose }: DialogProps) {
  const { t } = useWords();
  const [text, setText] = useState("");
  return (
    <Question name="reopen" act={act} onClose={onClose} commands={[{ do: "reopen", body: { text: text.trim() } }]}>
      <Words text={text} onText={setText} label={t("ticket.reopen.words", { name: ticket.requester.name })} />
      <Audience ticket={ticket} mode="reply" />
    </Question>
  );
}

type CloseReason = NonNullable<Schemas["Close"]["reason"]>;

/** Only for the reasons that one may close it for. */
function CloseDialog({ ticket, act, onClose }: DialogProps) {
  const { t } = useWords();
  const reasons = ticket.close_reasons as CloseReason[];
  const [reason, setReason] = useState<CloseReason>(reasons[0] ?? "solved");
  return (
    <Question
      name="close"
      act={act}
      onClose={onClose}
      commands={[{ do: "close", body: { reason } }]}
      isReady={reason !== "solved" || isGoneThrough(ticket)}
    >
      <ChildrenOpen ticket={ticket} />
      <Radio.Group
        vertical
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        options={reasons.map((value) => ({ value, label: t(`common.close_reason.${value}`) }))}
      />
      {reason === "solved" && <BeforeSolving ticket={ticket} act={act} />}
    </Question>
  );
}

/** By whoever asked for the ticket: colleagues rate here, customers on the portal. */
function RateDialog({ act, onClose }: DialogProps) {
  const { t } = useWords();
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState("");
  return (
    <Question
      name="rate"
      act={act}
      onClose={onClose}
      isReady={score > 0}
      commands={[{ do: "rate", body: { score, comment: comment.trim() } }]}
    >
      <Rate value={score} onChange={setScore} aria-label={t("ticket.rate.score")} />
      <Words text={comment} onText={setComment} label={t("ticket.rate.words")} most={2_000} />
    </Question>
  );
}

function AskApprovalDialog({ ticket, filled, onClose }: DialogProps) {
  return <AskDialog ticket={ticket} to={typeof filled.to === "string" ? filled.to : undefined} onClose={onClose} />;
}

const DIALOGS: Record<DialogName, (props: DialogProps) => ReactNode> = {
  accept: AcceptDialog,
  resolve: ResolveDialog,
  reopen: ReopenDialog,
  close: CloseDialog,
  ask_approval: AskApprovalDialog,
  rate: RateDialog,
  confirm_for: ConfirmForDialog,
  follow_up: FollowUpDialog,
  snooze: SnoozeDialog,
  remind: RemindDialog,
  record_time: RecordTimeDialog,
  macros: MacroDialog,
  readers: ReadersDialog,
};

interface WordsProps {
  text: string;
  onText: (text: string) => void;
  label: string;
  most?: number;
}

export function Words({ text, onText, label, most = 100_000 }: WordsProps) {
  const id = useId();
  return (
    <label htmlFor={id} className={css.field}>
      {label}
      <Input.TextArea
        id={id}
        value={text}
        maxLength={most}
        autoSize={{ minRows: 4, maxRows: 12 }}
        onChange={(event) => onText(event.target.value)}
      />
    </label>
  );
}
