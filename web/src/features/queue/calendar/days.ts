/** Days of a calendar as `2026-11-27`, without a zone: they are counted, not measured. Pure. */
import { fromLocalInput, toLocalInput } from "@/lib/words/time";

export type Span = "month" | "week";

const DAY_MS = 86_400_000;

const read = (day: string) => Date.parse(`${day}T00:00:00Z`);
const write = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: string, n: number): string => write(read(day) + n * DAY_MS);

/** The day that clocks of `zone` show. */
export const dayOf = (at: Date, zone: string): string => toLocalInput(at, zone).slice(0, 10);

export const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(read(text)) && write(read(text)) === text;

/** Weeks begin on Monday. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(read(day)).getUTCDay() + 6) % 7));

/** The same day of another month, or its last one. */
export function addMonths(day: string, n: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  return write(Date.UTC(year, month - 1 + n, Math.min(date, last)));
}

export interface Shown {
  first: string;
  count: number;
}

/** The days on the screen: a week, or the whole weeks that hold a month. */
export function shownDays(day: string, span: Span): Shown {
  if (span === "week") return { first: mondayOf(day), count: 7 };
  const start = `${day.slice(0, 7)}-01`;
  const first = mondayOf(start);
  const last = addDays(addMonths(start, 1), -1);
  const count = Math.ceil(((read(last) - read(first)) / DAY_MS + 1) / 7) * 7;
  return { first, count };
}

export const daysOf = ({ first, count }: Shown): string[] =>
  Array.from({ length: count }, (_, at) => addDays(first, at));

export const step = (day: string, span: Span, by: 1 | -1): string =>
  span === "week" ? addDays(day, 7 * by) : addMonths(day, by);

/** From when until before when a day lasts where the reader is: what the address of its list carries. */
export function lasting(day: string, zone: string): string {
  const at = (each: string) => fromLocalInput(`${each}T00:00`, zone)?.toISOString() ?? `${each}T00:00:00.000Z`;
  return `${at(day)}/${at(addDays(day, 1))}`;
}

/** In words: `11月27日` and the day of the week. */
export function dayWords(day: string, locale: string, form: "number" | "day" | "weekday" | "month"): string {
  const options = {
    number: { day: "numeric" },
    day: { month: "long", day: "numeric", weekday: "short" },
    weekday: { weekday: "short" },
    month: { year: "numeric", month: "long" },
  } as const;
  if (form === "number") return String(Number(day.slice(8)));
  return new Intl.DateTimeFormat(locale, { ...options[form], timeZone: "UTC" }).format(read(day));
}
