import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type MouseEvent, memo } from "react";
import type { FieldEntry, Names } from "@/lib/directory";
import { useCounting, useWords } from "@/lib/words";
import { valueInWords } from "@/ui/fields/kinds";
import { PriorityMark } from "@/ui/marks/priority-mark";
import { draftedQuery } from "../queries";
import type { TicketRow } from "../slice";
import { CELLS, type CellKey, isCell } from "./cells";
import css from "./row.module.css";
import { RowActions } from "./row-actions";
import { useIsSelected } from "./selection";

export interface RowShape {
  names: Names;
  /** Beside the list instead of on a page of its own. */
  inSplit: boolean;
  /** Key of the view: the link of a ticket carries it. */
  view: string;
  columns: readonly CellKey[];
  /** Fields that the view has columns for, by the keys of these. */
  fields: readonly FieldEntry[];
  onFocus: (number: string) => void;
  /** `isRange`: all from the last chosen one up to here. */
  onSelect: (number: string, isRange: boolean) => void;
  onAct: (what: RowAct, row: TicketRow) => void;
}

export type RowAct = "claim" | "assign" | "watch";

interface RowProps extends RowShape {
  row: TicketRow;
  isOpen: boolean;
  isMarked: boolean;
  /** Of a row that is drawn because it is in sight: where it stands, and what takes its height. */
  index?: number;
  measure?: (element: Element | null) => void;
}

/** What acts by itself inside a row. */
const ACTS = "a, button, input";

/** Shift makes a range of a press, wherever it is but on the box: no window opens for it. */
const isPlain = (target: EventTarget) => !(target as Element).closest("input");

/**
 * A ticket as one line, subject first; narrow lists show it as a card of two lines. The subject is the link, and a press
 * anywhere in the row does the same.
 */
export const Row = memo(function Row({ row, isOpen, isMarked, index, measure, ...shape }: RowProps) {
  const { t, local } = useWords();
  const { names, onFocus, onSelect, onAct, columns, fields, inSplit, view } = shape;
  const isSelected = useIsSelected(row.number);
  const priority = names.priority(row.priority);
  const press = (event: MouseEvent<HTMLLIElement>) => {
    const target = event.target as Element;
    if (event.shiftKey) return onSelect(row.number, true);
    if (target.closest(ACTS) || getSelection()?.toString()) return;
    event.currentTarget.querySelector<HTMLAnchorElement>("a[data-row]")?.click();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys have the link and the box in it
    <li
      ref={measure}
      data-index={index}
      className={css.row}
      data-number={row.number}
      data-open={isOpen || undefined}
      data-edge={row.escalation ?? undefined}
      data-marked={isMarked || undefined}
      data-selected={isSelected || undefined}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClickCapture={(event) => event.shiftKey && isPlain(event.target) && event.preventDefault()}
      onClick={press}
    >
      <input
        type="checkbox"
        className={css.pick}
        checked={isSelected}
        aria-label={t("queue.select.one", { title: row.title })}
        onFocus={() => onFocus(row.number)}
        onClick={(event) => {
          event.stopPropagation();
          onSelect(row.number, event.shiftKey);
        }}
        onChange={() => undefined}
      />
      <PriorityMark rank={priority.rank} colour={priority.colour} name={local(priority.name)} />
      <span className={css.subject}>
        <Link
          {...target(row.number, inSplit, isOpen, view)}
          className={css.title}
          data-row={row.number}
          aria-current={isOpen ? "true" : undefined}
          onFocus={() => onFocus(row.number)}
        >
          {row.title}
        </Link>
        <Marks row={row} hasTags={columns.includes("tags")} />
        <Fields row={row} fields={fields} />
      </span>
      {columns.filter(isCell).map((key) => {
        const Cell = CELLS[key];
        return (
          <span key={key} className={css.cell} data-cell={key}>
            <Cell row={row} names={names} />
          </span>
        );
      })}
      <RowActions row={row} onAct={onAct} onFocus={onFocus} />
    </li>
  );
});

function target(number: string, inSplit: boolean, isOpen: boolean, view: string) {
  if (!inSplit) return { to: "/tickets/$number", params: { number }, search: { in: view } } as const;
  const search = (before: object) => ({ ...before, open: number, as_of: undefined });
  return { to: ".", search, replace: isOpen } as const;
}

function Marks({ row, hasTags }: { row: TicketRow; hasTags: boolean }) {
  const { t } = useWords();
  const { data: drafted } = useQuery(draftedQuery);
  return (
    <>
      {drafted?.has(row.number) && <span className={css.tag}>{t("queue.draft")}</span>}
      {row.escalation && <span className={css.escalated}>{t("queue.escalated")}</span>}
      {row.held_at && (
        <span className={css.held} title={t("queue.held_why")}>
          {t("queue.held")}
        </span>
      )}
      {row.tier.toLowerCase() === "vip" && <span className={css.tag}>VIP</span>}
      {hasTags &&
        row.tags.slice(0, 2).map((tag) => (
          <span key={tag} className={css.tag}>
            {tag}
          </span>
        ))}
    </>
  );
}

/** What stands in the fields that the view shows; empty ones take no room. */
function Fields({ row, fields }: { row: TicketRow; fields: readonly FieldEntry[] }) {
  const words = useCounting();
  return fields
    .filter(({ key }) => row.fields[key] != null)
    .map((field) => (
      <span key={field.key} className={css.field} title={words.local(field.name)}>
        {valueInWords(field, row.fields[field.key], words)}
      </span>
    ));
}
