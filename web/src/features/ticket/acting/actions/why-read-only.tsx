import { Button } from "antd";
import { useReopening } from "@/features/ticket/panel/facts";
import { may, type Ticket } from "@/features/ticket/queries";
import { Merged } from "@/features/ticket/relations/merged";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./actions.module.css";

/** Where nothing can be written, why not, and what can be done instead. */
export function WhyReadOnly({ ticket, onReopen }: { ticket: Ticket; onReopen: () => void }) {
  const { t, minute } = useWords();
  const [reply, note, reopen] = [may(ticket, "reply"), may(ticket, "note"), may(ticket, "reopen")];
  const until = useReopening(ticket);
  if (reply || note) return null;
  if (ticket.is_merged) return <Merged ticket={ticket} className={css.read_only} />;
  if (ticket.shelf === "trash" || ticket.shelf === "spam") {
    return (
      <p className={css.read_only}>
        <Icon name={ticket.shelf === "trash" ? "trash" : "alert"} size={14} />
        {t(`ticket.read_only.${ticket.shelf}`)}
      </p>
    );
  }
  const isClosed = ticket.phase === "closed";
  const closed = reopen ? "closed" : "final";
  return (
    <p className={css.read_only}>
      <Icon name="lock" size={14} />
      {t(`ticket.read_only.${isClosed ? closed : "other"}`)}
      {isClosed && (
        <span>{until ? t("ticket.read_only.until", { at: minute(until) }) : t("ticket.read_only.over")}</span>
      )}
      {reopen && (
        <Button size="small" onClick={onReopen}>
          {t("ticket.action.reopen")}
        </Button>
      )}
    </p>
  );
}
