import type { Ticket } from "@/features/ticket/queries";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./composer.module.css";
import type { WritingMode } from "./drafts";

type Recipients = NonNullable<Ticket["addressee"]>;

/** The addresses of a mail; those who may not see them are told the customer's name alone. */
export function useRecipients(): (recipients: Recipients, name: string) => string {
  const { t } = useWords();
  return ({ to, cc }, name) => {
    const first = to ?? name;
    return cc.length === 0 ? first : t("ticket.composer.with_cc", { to: first, cc: cc.join(t("common.list_comma")) });
  };
}

/** Whom words reach: stated wherever somebody writes, before they do. */
export function Audience({ ticket, mode }: { ticket: Ticket; mode: WritingMode }) {
  const { t } = useWords();
  const recipients = useRecipients();
  const { name } = ticket.requester;
  const reply = () => {
    if (!ticket.addressee) return t("ticket.composer.unmailed", { name });
    const told = recipients(ticket.addressee, name);
    const isNamed = name !== ticket.addressee.to;
    return isNamed
      ? t("ticket.composer.mailed", { name, recipients: told })
      : t("ticket.composer.mailed_to", { recipients: told });
  };
  return (
    <p className={css.audience} data-mode={mode}>
      {mode === "note" && <Icon name="lock" size={13} />}
      {mode === "note" ? t("ticket.composer.note_audience") : reply()}
    </p>
  );
}
