import { describe, expect, test } from "vitest";
import { day, exact, fromLocalInput, minute, roughSpan, since, span, toLocalInput } from "./time";

const MIN = 60;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;

describe("a length of time is told by its two largest units", () => {
  test.each([
    [0, "s", [0, 0, 0]],
    [59, "s", [0, 0, 0]],
    [MIN, "m", [0, 0, 1]],
    [HOUR, "h", [0, 1, 0]],
    [HOUR + 12 * MIN, "h_m", [0, 1, 12]],
    [DAY, "d", [1, 0, 0]],
    [DAY + 3 * HOUR + 5 * MIN, "d_h", [1, 3, 5]],
    [12 * DAY + 3 * HOUR, "d", [12, 3, 0]],
    [-5, "s", [0, 0, 0]],
  ])("%i s", (seconds, form, [d, h, m]) => {
    expect(span(seconds)).toEqual({ form, d, h, m });
  });

  test("a rough one by its largest alone", () => {
    expect(roughSpan(HOUR + 12 * MIN).form).toBe("h");
    expect(roughSpan(DAY + 3 * HOUR).form).toBe("d");
  });
});

describe("how long ago", () => {
  const now = new Date("2026-11-22T06:00:00Z");
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  test.each([
    [30, "now", 0],
    [5 * MIN, "m", 5],
    [3 * HOUR, "h", 3],
    [2 * DAY, "d", 2],
    [8 * DAY, "date", 8],
    [400 * DAY, "year", 400],
    [-30, "now", 0],
  ])("%i s", (seconds, form, count) => {
    expect(since(before(seconds), now)).toEqual({ form, count });
  });
});

test("an exact time is that of the reader's zone", () => {
  const at = new Date("2026-11-22T16:05:09Z");
  expect(exact(at, "Asia/Shanghai")).toBe("2026-11-23 00:05:09");
  expect(exact(at, "America/New_York", false)).toBe("2026-11-22 11:05");
  expect(minute(at, "Asia/Shanghai", "zh-CN")).toBe("11月23日 00:05");
  expect(minute(at, "America/New_York", "en")).toBe("Nov 22 11:05");
});

test("a date is worded in the reader's language", () => {
  const at = new Date("2026-11-22T16:05:09Z");
  expect(day(at, "Asia/Shanghai", "zh-CN")).toBe("11月23日");
  expect(day(at, "Asia/Shanghai", "en")).toBe("Nov 23");
});

describe("what a person types is a time of his own zone", () => {
  test.each(["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "UTC"])("%s", (zone) => {
    for (const at of ["2026-01-05T07:30", "2026-07-05T23:59", "2026-12-31T00:00"]) {
      const instant = fromLocalInput(at, zone);
      expect(instant && toLocalInput(instant, zone)).toBe(at);
    }
  });

  test("in the hour that is repeated the earlier instant is meant", () => {
    expect(fromLocalInput("2026-11-01T01:30", "America/New_York")?.toISOString()).toBe("2026-11-01T05:30:00.000Z");
  });

  test("what is no time is none", () => {
    expect(fromLocalInput("soon", "UTC")).toBeNull();
  });
});
