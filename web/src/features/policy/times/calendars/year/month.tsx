import { useWords } from "@/lib/words";
import { dateWords, hoursWords } from "../words";
import { type Dated, type Day, dated, daysOfMonth, WEEKDAYS, type Week, weekdayAt } from "./days";
import css from "./year.module.css";

interface MonthProps {
  year: number;
  month: number;
  week: Week;
  overrides: ReadonlyMap<string, Day>;
  /** The one date of the year that the tab key reaches. */
  focused: string;
  today: string;
  onFocus: (date: string) => void;
  onOpen: (date: string) => void;
}

/** A month as a table of its days, each a button that says in words what it is. */
export function Month({ year, month, week, overrides, focused, today, onFocus, onOpen }: MonthProps) {
  const { t, locale } = useWords();
  const days = daysOfMonth(year, month);
  const name = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(Date.UTC(year, month - 1, 1));
  const before = weekdayAt(days[0] ?? "");
  const rows = Array.from({ length: Math.ceil((before + days.length) / 7) }, (_, row) =>
    WEEKDAYS.map((_day, at) => days[row * 7 + at - before]),
  );
  return (
    <table className={css.month}>
      <caption>{name}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col" abbr={t(`calendars.day.${day}`)}>
              {t(`calendars.letter.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.find(Boolean)}>
            {row.map((date, at) => (
              <td key={date ?? WEEKDAYS[at]}>
                {date && (
                  <DayButton
                    one={dated(date, week, overrides)}
                    isFocused={date === focused}
                    isToday={date === today}
                    onFocus={onFocus}
                    onOpen={onOpen}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps extends Pick<MonthProps, "onFocus" | "onOpen"> {
  one: Dated;
  isFocused: boolean;
  isToday: boolean;
}

function DayButton({ one, isFocused, isToday, onFocus, onOpen }: DayProps) {
  const { t, local, locale } = useWords();
  const { date, kind, hours, override } = one;
  const parts = [
    dateWords(date, locale),
    t(`calendars.kind.${kind}`),
    local(override?.name),
    hoursWords(t, hours),
    isToday ? t("calendars.today") : "",
  ];
  const words = parts.filter(Boolean).join(t("calendars.comma"));
  const mark = kind === "work" || kind === "rest" ? "" : t(`calendars.mark.${kind}`);
  return (
    <button
      type="button"
      className={css.day}
      data-kind={kind}
      data-open={hours.length > 0 || undefined}
      data-date={date}
      data-today={isToday || undefined}
      tabIndex={isFocused ? 0 : -1}
      aria-label={words}
      title={words}
      onFocus={() => onFocus(date)}
      onClick={() => onOpen(date)}
    >
      {Number(date.slice(8))}
      {mark && <i aria-hidden="true">{mark}</i>}
    </button>
  );
}
