/** Twelve months of a calendar. A click or Enter on a day says what is different on it. */
import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { type KeyboardEvent, useRef, useState } from "react";
import { useCounting } from "@/lib/words";
import { toLocalInput } from "@/lib/words/time";
import { Icon } from "@/ui/marks/icon";
import { FIRST_YEAR, LAST_YEAR, officialQuery } from "../queries";
import { DayDialog } from "./day-dialog";
import { addDays, addMonths, type Day, hasOfficial, overridesOf, type Week, withOfficial } from "./days";
import { Month } from "./month";
import css from "./year.module.css";

interface YearProps {
  zone: string;
  week: Week;
  value?: Day[];
  onChange?: (days: Day[]) => void;
  /** Official days came in; whether those of the year are announced. */
  onOfficial: (year: number, isAnnounced: boolean) => void;
}

const KINDS = ["work", "rest", "holiday", "makeup", "own"] as const;
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

export function YearView({ zone, week, value: days = [], onChange, onOfficial }: YearProps) {
  const { t, now } = useCounting();
  const today = toLocalInput(now, zone).slice(0, 10);
  const [focused, setFocused] = useState(today);
  const [opened, setOpened] = useState<string>();
  const year = Number(focused.slice(0, 4));
  const box = useRef<HTMLDivElement>(null);
  const overrides = overridesOf(days);
  const step = (date: string) => {
    const at = Number(date.slice(0, 4));
    if (at < FIRST_YEAR || at > LAST_YEAR) return;
    setFocused(date);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus());
  };
  const onKey = (event: KeyboardEvent) => {
    const next = stepOf(event.key, focused);
    if (!next || !(event.target as HTMLElement).dataset.date) return;
    event.preventDefault();
    event.stopPropagation();
    step(next);
  };
  return (
    <div>
      <div className={css.tools}>
        <Button
          aria-label={t("calendars.year_before")}
          icon={<Icon name="back" />}
          disabled={year <= FIRST_YEAR}
          onClick={() => setFocused(addMonths(focused, -12))}
        />
        <strong className={css.year} role="status">
          {t("calendars.year", { year })}
        </strong>
        <Button
          aria-label={t("calendars.year_after")}
          icon={<Icon name="next" />}
          disabled={year >= LAST_YEAR}
          onClick={() => setFocused(addMonths(focused, 12))}
        />
        <ul className={css.legend} aria-label={t("calendars.legend")}>
          {KINDS.map((kind) => (
            <li key={kind}>
              <span className={css.day} data-kind={kind} data-open={kind === "work" || kind === "makeup" || undefined}>
                {kind === "work" || kind === "rest" ? "" : t(`calendars.mark.${kind}`)}
              </span>
              {t(`calendars.kind.${kind}`)}
            </li>
          ))}
        </ul>
      </div>
      <Official
        year={year}
        days={days}
        onTake={(official, isAnnounced) => {
          onChange?.(withOfficial(days, official, year));
          onOfficial(year, isAnnounced);
        }}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the days are buttons; arrows step between them */}
      <div ref={box} className={css.months} onKeyDown={onKey}>
        {MONTHS.map((month) => (
          <Month
            key={month}
            {...{ year, month, week, overrides, focused, today }}
            onFocus={setFocused}
            onOpen={setOpened}
          />
        ))}
      </div>
      {opened && (
        <DayDialog
          date={opened}
          days={days}
          week={week}
          onSave={(next) => onChange?.(next)}
          onClose={() => {
            setOpened(undefined);
            step(opened);
          }}
        />
      )}
    </div>
  );
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function stepOf(key: string, date: string): string | undefined {
  const days = STEPS[key];
  if (days) return addDays(date, days);
  if (key === "PageUp" || key === "PageDown") return addMonths(date, key === "PageUp" ? -1 : 1);
  if (key === "Home") return `${date.slice(0, 8)}01`;
  if (key === "End") return addDays(`${addMonths(date, 1).slice(0, 8)}01`, -1);
  return undefined;
}

interface OfficialProps {
  year: number;
  days: readonly Day[];
  onTake: (official: Day[], isAnnounced: boolean) => void;
}

/** The official days of the year: whether they are in, whose word they are, and the button that brings them in. */
function Official({ year, days, onTake }: OfficialProps) {
  const { t, problem } = useCounting();
  const { data, error, refetch, isFetching } = useQuery(officialQuery(year));
  if (error && !data) {
    return (
      <Alert
        className={css.official}
        type="error"
        showIcon
        title={problem(error).title}
        action={<Button onClick={() => refetch()}>{t("common.retry")}</Button>}
      />
    );
  }
  const isIn = hasOfficial(days, year);
  const state = isIn ? "in" : "out";
  return (
    <div className={css.official}>
      <p>
        {t(`calendars.official.${state}`, { year })}{" "}
        {data && !data.is_announced && <strong>{t("calendars.official.not_announced", { year })}</strong>}
      </p>
      {data && <p className={css.source}>{t("calendars.official.source", { source: data.source })}</p>}
      <Button
        size="small"
        loading={isFetching}
        disabled={!data}
        onClick={() => data && onTake(data.days as Day[], data.is_announced)}
      >
        {t(`calendars.official.take_${state}`, { year })}
      </Button>
    </div>
  );
}
