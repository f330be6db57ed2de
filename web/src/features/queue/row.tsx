import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { FieldEntry, Names } from "@/lib/directory";
import { useCounting } from "@/lib/words";
import { Ago } from "@/ui/ago";
import { Avatar } from "@/ui/avatar";
import { DueChip } from "@/ui/due-chip";
import { valueInWords } from "@/ui/fields/kinds";
import { PhasePill } from "@/ui/phase-pill";
import { PriorityMark } from "@/ui/priority-mark";
import css from "./row.module.css";
import type { TicketRow } from "./slice";

interface RowProps {
  row: TicketRow;
  names: Names;
  isOpen: boolean;
  /** Beside the list instead of on a page of its own. */
  inSplit: boolean;
  isMarked: boolean;
  /** Custom fields that the view has columns for. */
  fields: readonly FieldEntry[];
  onFocus: (number: string) => void;
}

/** A ticket as one line, subject first. The whole line is the link; narrow lists show it as a card of two lines. */
export const Row = memo(function Row({ row, names, isOpen, inSplit, isMarked, fields, onFocus }: RowProps) {
  const { t, local } = useCounting();
  const priority = names.priority(row.priority);
  const status = names.status(row.status, row.type);
  const target = inSplit
    ? ({
        to: ".",
        search: (before: object) => ({ ...before, open: row.number, as_of: undefined }),
        replace: isOpen,
      } as const)
    : ({ to: "/tickets/$number", params: { number: row.number } } as const);

  return (
    <li
      className={css.row}
      data-open={isOpen || undefined}
      data-edge={row.escalation ?? undefined}
      data-marked={isMarked || undefined}
    >
      <Link
        {...target}
        className={css.link}
        data-row={row.number}
        aria-current={isOpen ? "true" : undefined}
        onFocus={() => onFocus(row.number)}
      >
        <PriorityMark rank={priority.rank} colour={priority.colour} name={local(priority.name)} />
        <span className={css.subject}>
          <span className={css.title}>{row.title}</span>
          {row.escalation && <span className={css.escalated}>{t("queue.escalated")}</span>}
          {row.held_at && (
            <span className={css.held} title={t("queue.held_why")}>
              {t("queue.held")}
            </span>
          )}
          {row.tier.toLowerCase() === "vip" && <span className={css.tag}>VIP</span>}
          <Fields row={row} fields={fields} />
          {row.tags.slice(0, 2).map((tag) => (
            <span key={tag} className={css.tag}>
              {tag}
            </span>
          ))}
        </span>
        <span className={css.number}>{row.number}</span>
        <span className={css.requester}>{row.requester.name}</span>
        <span className={css.status}>
          <PhasePill phase={row.phase} name={local(status.name)} plain />
        </span>
        <span className={css.waiting}>
          <Waiting at={row.customer_waiting_at} />
        </span>
        <span className={css.due}>
          {row.next_due_at && <DueChip due={{ dueAt: row.next_due_at, riskAt: row.risk_at }} quiet />}
        </span>
        <span className={css.assignee}>
          {row.assignee ? <Avatar name={row.assignee.name} size={22} /> : <span className={css.nobody} />}
          <span className={css.assignee_name}>{row.assignee?.name ?? t("queue.nobody")}</span>
        </span>
        <Ago at={row.updated_at} className={css.updated} />
      </Link>
    </li>
  );
});

/** What stands in the custom fields that the view shows; empty ones take no room. */
function Fields({ row, fields }: Pick<RowProps, "row" | "fields">) {
  const words = useCounting();
  return fields
    .filter(({ key }) => row.fields[key] != null)
    .map((field) => (
      <span key={field.key} className={css.field} title={words.local(field.name)}>
        {valueInWords(field, row.fields[field.key], words)}
      </span>
    ));
}

/** How long the customer has waited for an answer, once it is a while. */
function Waiting({ at }: { at: string | null }) {
  const { t, roughSpan, exact, now } = useCounting();
  const seconds = at === null ? 0 : (now.getTime() - Date.parse(at)) / 1000;
  if (at === null || seconds < 60) return null;
  return (
    <time dateTime={at} title={t("queue.waiting_since", { at: exact(at) })}>
      {t("queue.waiting", { span: roughSpan(seconds) })}
    </time>
  );
}
