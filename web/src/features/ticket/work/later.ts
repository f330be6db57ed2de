/** Instants that people mean by "later", as the clocks of their zone show them. Pure. */
import { fromLocalInput, toLocalInput } from "@/lib/words/time";

export const HOURS = [1, 3] as const;
const MORNING = "T09:00";
const DAY_MS = 86_400_000;

export const inHours = (now: Date, hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

/** At nine in the morning of the day that is `days` ahead. */
function morning(now: Date, days: number, zone: string): Date {
  const today = toLocalInput(now, zone).slice(0, 10);
  const day = new Date(Date.parse(`${today}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
  return fromLocalInput(day + MORNING, zone) ?? inHours(now, 24 * days);
}

export const tomorrow = (now: Date, zone: string): Date => morning(now, 1, zone);

/** The next Monday that is not today. */
export function nextMonday(now: Date, zone: string): Date {
  const weekday = new Date(`${toLocalInput(now, zone).slice(0, 10)}T12:00:00Z`).getUTCDay();
  return morning(now, (8 - weekday) % 7 || 7, zone);
}
