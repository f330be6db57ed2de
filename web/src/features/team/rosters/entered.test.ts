import { expect, test } from "vitest";
import { enteredOf, isGap, planOf } from "./entered";
import type { Roster } from "./queries";

const roster = {
  zone: "Asia/Shanghai",
  shifts: [
    { person_id: 7, weekdays: [1, 2], on_date: null, begins: "21:00", ends: "09:00" },
    { person_id: null, weekdays: [], on_date: "2026-10-01", begins: "00:00", ends: "00:00" },
  ],
} as unknown as Roster;

test("what nobody touched is saved as it was", () => {
  expect(planOf(enteredOf(roster))).toEqual({ zone: roster.zone, shifts: roster.shifts });
});

test("a shift that was of a week and is of a date keeps none of its weekdays", () => {
  const [first] = enteredOf(roster).shifts;
  if (!first) throw new Error("no shift");
  const { shifts } = planOf({ zone: "UTC", shifts: [{ ...first, when: "date", on_date: "2026-10-02" }] });
  expect(shifts[0]).toMatchObject({ weekdays: [], on_date: "2026-10-02" });
});

test.each([
  [[], [], true],
  [[1], [1], true],
  [[1, 2], [2], false],
  [[1], [], false],
])("on duty %j, on leave %j: a gap is %s", (people, away, gap) => {
  expect(isGap({ from_at: "", until_at: "", people, away })).toBe(gap);
});
