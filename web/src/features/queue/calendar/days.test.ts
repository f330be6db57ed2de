import { describe, expect, test } from "vitest";
import { addMonths, dayOf, daysOf, isDay, lasting, mondayOf, shownDays, step } from "./days";

describe("days on the screen", () => {
  test.each([
    ["2026-11-27", "month", "2026-10-26", 42],
    ["2026-02-10", "month", "2026-01-26", 35],
    ["2027-02-01", "month", "2027-02-01", 28],
    ["2026-11-27", "week", "2026-11-23", 7],
    ["2026-11-29", "week", "2026-11-23", 7],
  ] as const)("of %s by %s begin at %s and are %d", (day, span, first, count) => {
    expect(shownDays(day, span)).toEqual({ first, count });
    const days = daysOf({ first, count });
    expect([days.length, days[0], new Set(days).size]).toEqual([count, first, count]);
    expect(days).toContain(day);
  });

  test.each(Array.from({ length: 48 }, (_, n) => addMonths("2026-01-31", n)))(
    "never more than the server gives: %s",
    (day) => {
      const { first, count } = shownDays(day, "month");
      expect(count).toBeLessThanOrEqual(42);
      expect(mondayOf(first)).toBe(first);
    },
  );
});

test("another month has the same day, or its last", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-12-15", 1)).toBe("2027-01-15");
  expect([step("2026-11-27", "week", -1), step("2026-11-27", "month", 1)]).toEqual(["2026-11-20", "2026-12-27"]);
});

test("an address names a day or nothing", () => {
  expect(["2026-11-27", "2026-02-30", "x", undefined, "2026-1-1"].map((text) => isDay(text))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test("a day lasts as the clocks of the reader say, also when they change", () => {
  expect(dayOf(new Date("2026-11-26T16:00:00Z"), "Asia/Shanghai")).toBe("2026-11-27");
  expect(lasting("2026-11-27", "Asia/Shanghai")).toBe("2026-11-26T16:00:00.000Z/2026-11-27T16:00:00.000Z");
  expect(lasting("2026-10-25", "Europe/London")).toBe("2026-10-24T23:00:00.000Z/2026-10-26T00:00:00.000Z");
});
