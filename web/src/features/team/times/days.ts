import type { WorkedRow } from "./queries";

/** More days than these are not shown side by side. */
const MOST_DAYS = 7;
const DAY_MS = 86_400_000;

const shifted = (day: string, by: number) => new Date(Date.parse(day) + by * DAY_MS).toISOString().slice(0, 10);

/** The seven days that end today. */
export const lastWeek = (today: string) => ({ since: shifted(today, -6), until: today });

/** With another end; the other one goes along where it would be on the wrong side. */
export function withDay<T extends { since: string; until: string }>(asked: T, end: "since" | "until", day: string): T {
  const next = { ...asked, [end]: day };
  return next.since <= next.until ? next : { ...next, since: day, until: day };
}

/** The days between, both included, where they fit side by side; else none. */
export function daysBetween(since: string, until: string): string[] {
  const count = Math.round((Date.parse(until) - Date.parse(since)) / DAY_MS) + 1;
  return count > 1 && count <= MOST_DAYS ? Array.from({ length: count }, (_, n) => shifted(since, n)) : [];
}

export const minutesOn = ({ days }: WorkedRow, day: string): number =>
  days.find((each) => each.day === day)?.minutes ?? 0;
