import { Button, Dropdown, Space } from "antd";
import type { DialogName } from "@/features/ticket/acting/actions/dialogs";
import type { Ticket } from "@/features/ticket/queries";
import { useNames } from "@/lib/directory";
import { readKept, useKept } from "@/lib/kept";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./composer.module.css";
import type { WritingMode } from "./drafts";
import type { Writing } from "./writing";

const NEXT = "next_after_sending";

/** Kept: whether the next ticket of the list is opened once a reply was sent. */
export const goesOnAfterSending = () => readKept(NEXT, false);

interface SendButtonProps {
  ticket: Ticket;
  mode: WritingMode;
  writing: Writing;
  /** `to`: the status that is set in the same step. */
  onSend: (to?: string) => void;
  onAsk: (dialog: DialogName) => void;
}

/** Sends; beside it, sends and sets the status in one step. */
export function SendButton({ ticket, mode, writing, onSend, onAsk }: SendButtonProps) {
  const { t, local } = useWords();
  const names = useNames();
  const [opensNext, setOpensNext] = useKept(NEXT, false);
  const { isEmpty, isSending } = writing;
  const send = (
    <Button
      type="primary"
      htmlType="submit"
      className={css.send}
      disabled={isEmpty}
      loading={isSending}
      icon={<Icon name={mode === "note" ? "lock" : "send"} size={14} />}
    >
      {t(`ticket.composer.${mode}_send`, { name: ticket.requester.name })}
    </Button>
  );
  if (mode === "note") return send;
  const choose = (to: string) =>
    names.status(to, ticket.type).phase === "resolved" && asksFirst(ticket) ? onAsk("resolve") : onSend(to);
  const items = [
    ...movesBySending(ticket, (key) => names.status(key, ticket.type).phase).map((to) => ({
      key: to,
      disabled: isEmpty,
      label: t("ticket.composer.send_to", { status: local(names.status(to, ticket.type).name) }),
      onClick: () => choose(to),
    })),
    { type: "divider" as const },
    {
      key: " next",
      label: t(opensNext ? "ticket.composer.stay" : "ticket.composer.next"),
      onClick: () => setOpensNext(!opensNext),
    },
  ];
  return (
    <Space.Compact className={css.sending}>
      {send}
      <Dropdown trigger={["click"]} placement="topRight" menu={{ items }}>
        <Button
          type="primary"
          aria-label={t("ticket.composer.send_how")}
          disabled={isSending}
          icon={<Icon name="down" size={12} />}
        />
      </Dropdown>
    </Space.Compact>
  );
}

/** Solving it with fields that are still to be filled in is asked for in a dialog. */
function asksFirst({ resolving, fields }: Ticket): boolean {
  return resolving.some(({ key, required }) => required && (fields[key] ?? "") === "");
}

const FIRST = ["waiting_customer", "resolved"];

/** What is meant most often comes first; closing has a reason, and is no matter of sending. */
export function movesBySending({ moves, status }: Pick<Ticket, "moves" | "status">, phaseOf: (key: string) => string) {
  const rank = (key: string) => (FIRST.indexOf(phaseOf(key)) + FIRST.length + 1) % (FIRST.length + 1);
  return moves.filter((key) => key !== status && phaseOf(key) !== "closed").sort((a, b) => rank(a) - rank(b));
}
