/** The tickets of a list on the days on which their next running promise is due, by month or by week. */
import { useQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { useEffect, useRef } from "react";
import type { Schemas } from "@/lib/api";
import { useMedia } from "@/lib/browser/media";
import { useHotkeys } from "@/lib/hotkeys";
import { leaveTrail } from "@/lib/trail";
import { useCounting } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { Empty, Failure, SkeletonLines, Stale } from "@/ui/states";
import type { Slice } from "../slice";
import css from "./calendar.module.css";
import { Day, DayNames } from "./day";
import { addDays, dayOf, daysOf, dayWords, isDay, lasting, type Span, shownDays, step } from "./days";
import { calendarQuery } from "./queries";

export interface CalendarPlace {
  /** A day that is on the screen; left out: today. */
  day?: string;
  span?: Span;
}

interface CalendarProps {
  slice: Slice;
  place: CalendarPlace;
  total: number | null;
  onPlace: (place: CalendarPlace) => void;
  /** Shows the list of one day. */
  onDay: (due: string) => void;
}

/** So many tickets of a day are shown; the others stand in its list. */
const EACH = { month: 4, week: 60 };
const EACH_ON_PHONE = 8;

const SPANS = ["month", "week"] as const;

export function Calendar({ slice, place, total, onPlace, onDay }: CalendarProps) {
  const { t, now, zone, locale } = useCounting();
  const isPhone = useMedia("(max-width: 700px)");
  const box = useRef<HTMLDivElement>(null);
  const today = dayOf(now, zone);
  const day = isDay(place.day) ? place.day : today;
  const span = place.span ?? "month";
  const shown = shownDays(day, span);
  const each = isPhone ? EACH_ON_PHONE : EACH[span];
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(calendarQuery(slice, shown, each, zone));
  useTrail(slice, data, total);
  useTicketKeys(box);
  const go = (next: string, isKey = false) => {
    onPlace({ day: next === today ? undefined : next, span: place.span });
    if (isKey) requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus());
  };
  const found = new Map(data?.days.map((one) => [one.day, one]));
  const days = daysOf(shown);
  const listed = isPhone ? days.filter((one) => found.has(one)) : days;
  const month = day.slice(0, 7);
  return (
    <div className={css.calendar} ref={box}>
      <header className={css.bar}>
        <h2 className={css.title}>{dayWords(day, locale, "month")}</h2>
        <span className={css.steps}>
          <Button
            type="text"
            aria-label={t(`queue.calendar.before_${span}`)}
            icon={<Icon name="back" size={14} />}
            onClick={() => go(step(day, span, -1))}
          />
          <Button onClick={() => go(today)} disabled={day === today}>
            {t("queue.calendar.today")}
          </Button>
          <Button
            type="text"
            aria-label={t(`queue.calendar.after_${span}`)}
            icon={<Icon name="next" size={14} />}
            onClick={() => go(step(day, span, 1))}
          />
        </span>
        <Segmented<Span>
          aria-label={t("queue.calendar.span")}
          options={SPANS.map((value) => ({ value, label: t(`queue.calendar.${value}`) }))}
          value={span}
          onChange={(next) => onPlace({ ...place, span: next === "month" ? undefined : next })}
        />
        <p className={css.note}>{t("queue.calendar.fixed")}</p>
      </header>
      <Stale error={data ? error : null} onRetry={() => refetch()} />
      {isPending && <SkeletonLines count={6} height={96} />}
      {!data && error && <Failure error={error} onRetry={() => refetch()} />}
      {data && data.days.length === 0 && !isPlaceholderData && isPhone && (
        <Empty icon="clock" title={t(`queue.calendar.empty_${span}`)} text={t("queue.calendar.empty")} />
      )}
      {data && (
        <>
          {!isPhone && <DayNames days={days.slice(0, 7)} />}
          {data.days.length === 0 && !isPlaceholderData && !isPhone && (
            <p className={css.nothing} role="status">
              {t(`queue.calendar.empty_${span}`)} {t("queue.calendar.empty")}
            </p>
          )}
          <ol
            className={css.days}
            data-span={span}
            data-list={isPhone || undefined}
            data-old={isPlaceholderData || undefined}
          >
            {listed.map((one) => (
              <Day
                key={one}
                day={one}
                view={slice.view}
                found={found.get(one)}
                isToday={one === today}
                isOutside={span === "month" && !one.startsWith(month)}
                isCurrent={one === day}
                isList={isPhone}
                onStep={(by) => go(addDays(one, by), true)}
                onOpen={() => onDay(lasting(one, zone))}
              />
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

/** Pages of tickets know from here what stands before and after them. */
function useTrail(slice: Slice, data: Schemas["DueCalendar"] | undefined, total: number | null) {
  useEffect(() => {
    if (!data) return;
    const { view, ...search } = slice;
    const numbers = data.days.flatMap(({ rows }) => rows.map(({ number }) => number));
    leaveTrail({ view, search, numbers, total });
  }, [slice, data, total]);
}

/** `j`, `k`: from ticket to ticket. */
function useTicketKeys(box: React.RefObject<HTMLDivElement | null>): void {
  const along = (by: number) => {
    const links = [...(box.current?.querySelectorAll<HTMLElement>("a[data-ticket]") ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[at < 0 ? 0 : Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
  };
  useHotkeys({ j: () => along(1), k: () => along(-1) });
}
