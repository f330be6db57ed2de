import { expect, test } from "vitest";
import { daysBetween, lastWeek, minutesOn, withDay } from "./days";

test("a week ends today, across months", () => {
  expect(lastWeek("2026-12-03")).toEqual({ since: "2026-11-27", until: "2026-12-03" });
});

test("up to seven days stand side by side", () => {
  expect(daysBetween("2026-11-30", "2026-12-02")).toEqual(["2026-11-30", "2026-12-01", "2026-12-02"]);
  expect(daysBetween("2026-11-22", "2026-11-28")).toHaveLength(7);
  for (const until of ["2026-11-29", "2026-11-22", "2026-11-21", ""])
    expect(daysBetween("2026-11-22", until)).toEqual([]);
});

test("a day without an entry has no minutes", () => {
  const row = { key: "1", title: "", minutes: 5, entries: 1, days: [{ day: "2026-11-22", minutes: 5 }] };
  expect([minutesOn(row, "2026-11-22"), minutesOn(row, "2026-11-23")]).toEqual([5, 0]);
});

test("an end takes the other one along, and they never cross", () => {
  const week = { since: "2026-11-22", until: "2026-11-28" };
  expect(withDay(week, "until", "2026-11-25")).toEqual({ since: "2026-11-22", until: "2026-11-25" });
  expect(withDay(week, "until", "2025-12-31")).toEqual({ since: "2025-12-31", until: "2025-12-31" });
  expect(withDay(week, "since", "2026-12-01")).toEqual({ since: "2026-12-01", until: "2026-12-01" });
});
