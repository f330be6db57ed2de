/** A calendar as its form has it, and who uses it. Pure. */
import type { Bundle } from "@/features/policy/draft";
import { nameOf, type Texts, terse, textsOf } from "@/features/policy/entry";
import type { Calendar } from "./queries";
import { type Day, type Interval, WEEKDAYS, type Week } from "./year/days";

export interface EnteredInterval {
  opens: string;
  closes: string;
}

export interface Entered {
  key: string;
  name: Texts;
  zone: string;
  week: Record<string, EnteredInterval[]>;
  days: Day[];
  provisional_from: string;
}

export const NINE_TO_SIX: EnteredInterval = { opens: "09:00", closes: "18:00" };

export const enteredWeek = (week: Week): Entered["week"] =>
  Object.fromEntries(WEEKDAYS.map((day) => [day, (week[day] ?? []).map(([opens, closes]) => ({ opens, closes }))]));

/** `from`: the calendar that is edited, or copied. */
export const enteredOf = (from: Calendar | undefined, isCopy: boolean, zone: string): Entered => ({
  key: from && !isCopy ? from.key : "",
  name: isCopy ? textsOf(undefined) : textsOf(from?.name),
  zone: from?.zone ?? zone,
  week: from
    ? enteredWeek(from.week)
    : Object.fromEntries(WEEKDAYS.map((day, at) => [day, at < 5 ? [NINE_TO_SIX] : []])),
  days: from?.days ?? [],
  provisional_from: from?.provisional_from ?? "",
});

export const weekOf = (week: Entered["week"]): Week =>
  Object.fromEntries(WEEKDAYS.map((day) => [day, intervalsOf(week[day] ?? [])]));

/** `9:00`, `9：00` and `0900` are read as they are meant; what is no time stays as it was written. */
export function clockOf(text: string): string {
  const found = /^(\d{1,2})[:：.]?(\d{2})$/.exec(text.trim());
  return found ? `${found[1]?.padStart(2, "0")}:${found[2]}` : text.trim();
}

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
export const isClock = (text: string): boolean => CLOCK.test(clockOf(text));

export const intervalsOf = (entered: readonly Partial<EnteredInterval>[]): Interval[] =>
  entered.map(({ opens = "", closes = "" }): Interval => [clockOf(opens), clockOf(closes)]).sort();

/** What is wrong with an interval among those of its day. */
export function faultOf(
  all: readonly Partial<EnteredInterval>[],
  at: number,
): "clock" | "inverted" | "overlaps" | null {
  const [opens, closes] = intervalsOf([all[at] ?? {}])[0] ?? ["", ""];
  if (!isClock(opens) || !isClock(closes)) return "clock";
  if (closes <= opens) return "inverted";
  const others = intervalsOf(all.filter((_, other) => other !== at));
  return others.some(([from, until]) => from < closes && opens < until) ? "overlaps" : null;
}

/** Whether the hours of the week say something: each can be read, and there are some. */
export const isSound = (week: Entered["week"]): boolean =>
  WEEKDAYS.some((day) => week[day]?.length) &&
  WEEKDAYS.every((day) => (week[day] ?? []).every((_, at, all) => faultOf(all, at) === null));

export function calendarOf(entered: Entered, before: Calendar | undefined): Calendar {
  const { key, name, zone, week, days, provisional_from } = entered;
  const filled = Object.fromEntries(Object.entries(weekOf(week)));
  return {
    ...terse({ ...before, key, name: nameOf(name), zone, days, provisional_from: provisional_from || null }),
    week: filled,
  };
}

export interface Uses {
  section: "sla" | "workflows" | "dispatch";
  /** Of the policy or the workflow; null: of the dispatch as a whole. */
  key: string | null;
  name: Record<string, string> | null;
}

/** What of the policy names a calendar; what is retired does not. */
export function usesOf(key: string, { sla, workflows, dispatch }: Pick<Bundle, Uses["section"]>): Uses[] {
  const policies = sla
    .filter((one) => !one.retired && one.targets.some(({ calendar }) => calendar === key))
    .map((one): Uses => ({ section: "sla", key: one.key, name: one.name }));
  const flows = workflows
    .filter(
      (one) => !one.retired && one.statuses.some(({ limits = [] }) => limits.some((limit) => limit.calendar === key)),
    )
    .map((one): Uses => ({ section: "workflows", key: one.key, name: one.name }));
  const own: Uses[] = dispatch.calendar === key ? [{ section: "dispatch", key: null, name: null }] : [];
  return [...policies, ...flows, ...own];
}
