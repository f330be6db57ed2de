/** Hours of a calendar in the reader's words. */
import type { Words } from "@/lib/words";
import type { Interval, Stretch, Week, Weekday } from "./year/days";
import { stretchesOf } from "./year/days";

type T = Words["t"];

export const dayName = (t: T, day: Weekday): string => t(`calendars.day.${day}`);

export const hoursWords = (t: T, hours: readonly Interval[]): string =>
  hours.length === 0
    ? t("calendars.closed")
    : hours.map(([opens, closes]) => `${opens}–${closes}`).join(t("common.list_comma"));

const stretchWords = (t: T, { first, last, hours }: Stretch): string => {
  const days =
    first === last ? dayName(t, first) : t("calendars.from_to", { first: dayName(t, first), last: dayName(t, last) });
  return `${days} ${hoursWords(t, hours)}`;
};

/** `周一至周五 09:00–12:00、13:30–18:00；周六 09:00–12:00` */
export function weekWords(t: T, week: Week): string {
  const stretches = stretchesOf(week);
  return stretches.length === 0
    ? t("calendars.never")
    : stretches.map((one) => stretchWords(t, one)).join(t("calendars.semicolon"));
}

/** A date in words, without a zone. */
export const dateWords = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" }).format(Date.parse(`${date}T00:00:00Z`));
