import { Link } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import type { Schemas } from "@/lib/api";
import { useNames } from "@/lib/directory";
import { TOTAL_AT_MOST } from "@/lib/trail";
import { useCounting, useWords } from "@/lib/words";
import { toneOf } from "@/ui/marks/due-chip";
import { PriorityMark } from "@/ui/marks/priority-mark";
import type { TicketRow } from "../slice";
import css from "./calendar.module.css";
import { dayWords } from "./days";

interface DayProps {
  day: string;
  /** Key of the view. */
  view: string;
  found: Schemas["DueDay"] | undefined;
  isToday: boolean;
  /** Of another month. */
  isOutside: boolean;
  /** The day on which the keyboard stands. */
  isCurrent: boolean;
  /** Days stand beneath each other, those without tickets left out. */
  isList: boolean;
  onStep: (by: number) => void;
  onOpen: () => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A day: its date, how many fall due, and the first of them. Arrows go to other days, Enter opens its list. */
export function Day({ day, view, found, isToday, isOutside, isCurrent, isList, onStep, onOpen }: DayProps) {
  const { t, locale } = useWords();
  const count = found?.count ?? 0;
  const written = count > TOTAL_AT_MOST ? `${TOTAL_AT_MOST}+` : String(count);
  const more = count - (found?.rows.length ?? 0);
  const words = dayWords(day, locale, "day");
  const onKey = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onStep(by);
  };
  return (
    <li className={css.day} data-today={isToday || undefined} data-outside={isOutside || undefined}>
      <button
        type="button"
        className={css.date}
        data-day={day}
        tabIndex={isCurrent || isList ? 0 : -1}
        aria-current={isToday ? "date" : undefined}
        aria-label={t("queue.calendar.day", { day: words, n: written })}
        onKeyDown={onKey}
        onClick={() => count > 0 && onOpen()}
      >
        <span className={css.number}>{isList ? words : dayWords(day, locale, "number")}</span>
        {count > 0 && <span className={css.count}>{written}</span>}
      </button>
      <ol className={css.tickets}>
        {found?.rows.map((row) => (
          <Ticket key={row.number} row={row} view={view} />
        ))}
      </ol>
      {more > 0 && (
        <button type="button" className={css.more} onClick={onOpen}>
          {t("queue.calendar.more", { n: count > TOTAL_AT_MOST ? `${TOTAL_AT_MOST}+` : more })}
        </button>
      )}
    </li>
  );
}

function Ticket({ row, view }: { row: TicketRow; view: string }) {
  const { t, local, clock, now } = useCounting();
  const names = useNames();
  const { rank, colour, name } = names.priority(row.priority);
  const due = row.next_due_at ?? "";
  const tone = toneOf({ dueAt: row.next_due_at, riskAt: row.risk_at }, now);
  const metric = t(`common.metric.${row.next_due_metric}`);
  return (
    <li>
      <Link
        to="/tickets/$number"
        params={{ number: row.number }}
        search={{ in: view }}
        className={css.ticket}
        data-ticket={row.number}
        data-tone={tone}
        title={[row.title, metric, clock(due), row.assignee?.name].filter(Boolean).join(" · ")}
      >
        <PriorityMark rank={rank} colour={colour} name={local(name)} />
        <time dateTime={due} className={css.time}>
          {clock(due)}
        </time>
        <span className={css.subject}>{row.title}</span>
      </Link>
    </li>
  );
}

/** Above the columns. */
export function DayNames({ days }: { days: readonly string[] }) {
  const { locale } = useWords();
  return (
    <div className={css.names} aria-hidden="true">
      {days.map((day) => (
        <span key={day}>{dayWords(day, locale, "weekday")}</span>
      ))}
    </div>
  );
}
