import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon, type IconName } from "@/ui/marks/icon";
import type { TicketRow } from "../slice";
import type { RowAct } from "./row";
import css from "./row.module.css";

const ICONS: Record<RowAct, IconName> = { claim: "hand", assign: "user", watch: "eye" };

interface RowActionsProps {
  row: TicketRow;
  onAct: (what: RowAct, row: TicketRow) => void;
  onFocus: (number: string) => void;
}

/** What is done most often, without opening the ticket. Shown while the row is pointed at or stands in the focus. */
export function RowActions({ row, onAct, onFocus }: RowActionsProps) {
  const { t } = useWords();
  const me = useMe();
  const may = (action: string) => me.permissions.includes(`ticket.${action}`);
  const shown = (["claim", "assign", "watch"] as const).filter(
    (what) => may(what) && !(what === "claim" && row.assignee?.id === me.person_id),
  );
  return (
    <span className={css.actions}>
      {shown.map((what) => (
        <button
          key={what}
          type="button"
          title={t(`queue.act.${what}`)}
          aria-label={t(`queue.act.${what}_one`, { title: row.title })}
          onFocus={() => onFocus(row.number)}
          onClick={() => onAct(what, row)}
        >
          <Icon name={ICONS[what]} />
        </button>
      ))}
    </span>
  );
}
