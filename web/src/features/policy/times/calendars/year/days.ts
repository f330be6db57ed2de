/** What each date of a calendar is, and by which rule. Dates are `2026-10-01`: they are counted, not measured. Pure. */
import type { Schemas } from "@/lib/api";

export type Day = Schemas["Day"];
export type Interval = [string, string];
export type Week = Record<string, Interval[]>;

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** `holiday` and `makeup` are official; `own` is what somebody here has said of a date. */
export type Kind = "work" | "rest" | "holiday" | "makeup" | "own";

export interface Dated {
  date: string;
  kind: Kind;
  hours: readonly Interval[];
  /** What stands over the week on this date. */
  override: Day | undefined;
}

const DAY_MS = 86_400_000;
const read = (date: string) => Date.parse(`${date}T00:00:00Z`);
const write = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export const addDays = (date: string, n: number): string => write(read(date) + n * DAY_MS);

/** The same date of another month, or its last one. */
export function addMonths(date: string, n: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  return write(Date.UTC(year, month - 1 + n, Math.min(day, last)));
}

/** 0 is Monday. */
export const weekdayAt = (date: string): number => (new Date(read(date)).getUTCDay() + 6) % 7;

export const weekdayOf = (date: string): Weekday => WEEKDAYS[weekdayAt(date)] ?? "mon";

export function daysOfMonth(year: number, month: number): string[] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const first = write(Date.UTC(year, month - 1, 1));
  return Array.from({ length: count }, (_, at) => addDays(first, at));
}

/** Days from one date to another, both included; as many as `most` at most. */
export function daysFrom(first: string, last: string, most: number): string[] {
  const count = Math.min(Math.max(1, Math.round((read(last) - read(first)) / DAY_MS) + 1), most);
  return Array.from({ length: count }, (_, at) => addDays(first, at));
}

const force = ({ intervals, works_as }: Day): number => (intervals ? 2 : works_as ? 1 : 0);

/** The override in force of each date: explicit hours > works as a weekday > closed; of equals the last. */
export function overridesOf(days: readonly Day[]): Map<string, Day> {
  const found = new Map<string, Day>();
  for (const day of days) {
    const other = found.get(day.on);
    if (!other || force(day) >= force(other)) found.set(day.on, day);
  }
  return found;
}

export function dated(date: string, week: Week, overrides: ReadonlyMap<string, Day>): Dated {
  const override = overrides.get(date);
  const hours = override ? hoursOf(override, week) : (week[weekdayOf(date)] ?? []);
  return { date, kind: kindOf(override, hours), hours, override };
}

const hoursOf = ({ intervals, works_as }: Day, week: Week): readonly Interval[] =>
  intervals ? (intervals as Interval[]) : works_as ? (week[works_as] ?? []) : [];

function kindOf(override: Day | undefined, hours: readonly Interval[]): Kind {
  if (!override) return hours.length > 0 ? "work" : "rest";
  if (!override.source) return "own";
  return override.works_as ? "makeup" : "holiday";
}

/** `days` with others in the place of those of the same dates, in order. */
export const withDays = (days: readonly Day[], others: readonly Day[]): Day[] => {
  const dates = new Set(others.map(({ on }) => on));
  return inOrder([...days.filter(({ on }) => !dates.has(on)), ...others]);
};

export const withoutDays = (days: readonly Day[], dates: readonly string[]): Day[] =>
  days.filter(({ on }) => !dates.includes(on));

/** The official days of a year come in; what somebody here has said of a date stays. */
export function withOfficial(days: readonly Day[], official: readonly Day[], year: number): Day[] {
  const others = days.filter(({ on, source }) => !(source && on.startsWith(`${year}-`)));
  const taken = new Set(others.map(({ on }) => on));
  return inOrder([...others, ...official.filter(({ on }) => !taken.has(on))]);
}

export const hasOfficial = (days: readonly Day[], year: number): boolean =>
  days.some(({ on, source }) => source && on.startsWith(`${year}-`));

const inOrder = (days: readonly Day[]): Day[] => [...days].sort((left, right) => (left.on < right.on ? -1 : 1));

/** From when on nothing is announced, once the official days of a year are in. */
export function provisionalAfter(before: string | null, year: number, isAnnounced: boolean): string | null {
  const from = `${isAnnounced ? year + 1 : year}-01-01`;
  if (isAnnounced) return !before || before < from ? from : before;
  return before && before < from ? before : from;
}

/** Weekdays with the same hours, one after another, from Monday. */
export interface Stretch {
  first: Weekday;
  last: Weekday;
  hours: readonly Interval[];
}

export function stretchesOf(week: Week): Stretch[] {
  const found: Stretch[] = [];
  for (const day of WEEKDAYS) {
    const hours = week[day] ?? [];
    const open = found.at(-1);
    if (open && JSON.stringify(open.hours) === JSON.stringify(hours)) open.last = day;
    else found.push({ first: day, last: day, hours });
  }
  return found.filter(({ hours }) => hours.length > 0);
}
