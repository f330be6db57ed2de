/** One's own reminders on a ticket, the next one first. */
import { Button } from "antd";
import type { Act } from "@/features/ticket/acting/actions/use-act";
import type { Ticket } from "@/features/ticket/queries";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./later.module.css";

export function Reminders({ ticket, act, isPast }: { ticket: Ticket; act: Act; isPast: boolean }) {
  const { t, minute } = useWords();
  const drop = (id: number) =>
    act(
      { do: "drop_reminder", body: { id } },
      { reminders: ticket.reminders.filter((each) => each.id !== id) },
      t("ticket.remind.dropped"),
    );
  return (
    <ul className={css.list} aria-label={t("ticket.remind.list")}>
      {ticket.reminders.map(({ id, at, text }) => (
        <li key={id} className={css.line}>
          <p className={css.text}>
            {text}
            <span className={css.at}>{minute(at)}</span>
          </p>
          {!isPast && (
            <Button
              type="text"
              size="small"
              aria-label={t("ticket.remind.drop", { text })}
              icon={<Icon name="close" size={12} />}
              onClick={() => drop(id)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
