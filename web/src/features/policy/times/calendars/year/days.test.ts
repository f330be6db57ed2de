import { describe, expect, test } from "vitest";
import {
  addMonths,
  type Day,
  dated,
  daysFrom,
  daysOfMonth,
  overridesOf,
  provisionalAfter,
  stretchesOf,
  type Week,
  weekdayOf,
  withDays,
  withOfficial,
} from "./days";

const week: Week = { mon: [["09:00", "18:00"]], wed: [["09:00", "12:00"]], sat: [] };
const official = (on: string, works_as?: Day["works_as"]): Day => ({ on, source: "notice", works_as });
const kind = (date: string, ...days: Day[]) => dated(date, week, overridesOf(days)).kind;

test("a date is what its weekday is, unless something stands over it", () => {
  expect(weekdayOf("2026-10-01")).toBe("thu");
  expect(kind("2026-10-05")).toBe("work");
  expect(kind("2026-10-03")).toBe("rest");
  expect(kind("2026-10-05", official("2026-10-05"))).toBe("holiday");
  expect(kind("2026-10-03", official("2026-10-03", "wed"))).toBe("makeup");
  expect(kind("2026-10-03", { on: "2026-10-03", works_as: "wed" })).toBe("own");
});

test("a make-up day has the hours of the weekday that it is worked for", () => {
  const day = official("2026-10-03", "wed");
  expect(dated(day.on, week, overridesOf([day])).hours).toEqual([["09:00", "12:00"]]);
});

test("explicit hours stand over a make-up day, and that over a day off, whatever their order", () => {
  const off = official("2026-10-05");
  const work = official("2026-10-05", "wed");
  const own: Day = { on: "2026-10-05", intervals: [["10:00", "11:00"]] };
  for (const days of [
    [off, work, own],
    [own, work, off],
  ])
    expect(overridesOf(days).get("2026-10-05")).toEqual(own);
  expect(overridesOf([work, off]).get("2026-10-05")).toEqual(work);
});

test("no hours of one's own are a day without hours, not the week's", () => {
  expect(dated("2026-10-05", week, overridesOf([{ on: "2026-10-05", intervals: [] }])).hours).toEqual([]);
});

test("official days come in beside one's own, and take the place of older official ones of their year alone", () => {
  const days = [official("2025-10-01"), official("2026-01-02"), { on: "2026-10-02" }];
  const after = withOfficial(days, [official("2026-10-01"), official("2026-10-02")], 2026);
  expect(after).toEqual([official("2025-10-01"), official("2026-10-01"), { on: "2026-10-02" }]);
});

test("several days take the place of those of their dates, in order", () => {
  const after = withDays([{ on: "2026-10-02" }, { on: "2026-10-09" }], [{ on: "2026-10-09", works_as: "mon" }]);
  expect(after).toEqual([{ on: "2026-10-02" }, { on: "2026-10-09", works_as: "mon" }]);
});

test.each([
  [null, 2026, true, "2027-01-01"],
  ["2026-01-01", 2026, true, "2027-01-01"],
  ["2028-01-01", 2026, true, "2028-01-01"],
  ["2027-01-01", 2027, false, "2027-01-01"],
  ["2028-01-01", 2027, false, "2027-01-01"],
  [null, 2027, false, "2027-01-01"],
])("provisional from %s, with %i announced: %s, becomes %s", (before, year, isAnnounced, after) => {
  expect(provisionalAfter(before, year, isAnnounced)).toBe(after);
});

describe("dates", () => {
  test("a month has its days, in leap years too", () => {
    expect(daysOfMonth(2028, 2).at(-1)).toBe("2028-02-29");
    expect(daysOfMonth(2026, 12)).toHaveLength(31);
  });
  test("a month on from the last of a long month is the last of the short one", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  });
  test("a span that ends before it begins is one day, and none is longer than it may be", () => {
    expect(daysFrom("2026-10-05", "2026-10-01", 9)).toEqual(["2026-10-05"]);
    expect(daysFrom("2026-10-05", "2030-10-01", 9)).toHaveLength(9);
  });
});

test("weekdays of the same hours are said together", () => {
  const office: Week = Object.fromEntries(
    ["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "18:00"]]]),
  );
  expect(stretchesOf(office).map(({ first, last }) => [first, last])).toEqual([["mon", "fri"]]);
  expect(stretchesOf({ ...office, wed: [["09:00", "12:00"]] }).map(({ first }) => first)).toEqual([
    "mon",
    "wed",
    "thu",
  ]);
  expect(stretchesOf({})).toEqual([]);
});
