import { expect, test } from "vitest";
import type { Bundle } from "@/features/policy/draft";
import { calendarOf, clockOf, enteredOf, faultOf, isSound, usesOf } from "./entered";
import type { Calendar } from "./queries";

const calendar: Calendar = {
  key: "standard",
  name: { "zh-CN": "工作日", en: "Working days" },
  zone: "Asia/Shanghai",
  week: {
    mon: [
      ["09:00", "12:00"],
      ["13:30", "18:00"],
    ],
    tue: [],
    wed: [],
    thu: [],
    fri: [],
    sat: [],
    sun: [],
  },
  days: [{ on: "2026-10-01", source: "notice" }],
  provisional_from: "2027-01-01",
};

test("what nobody touched is saved as it was", () => {
  expect(calendarOf(enteredOf(calendar, false, "UTC"), calendar)).toEqual(calendar);
});

test("a copy has everything but the name and the key", () => {
  const copy = enteredOf(calendar, true, "UTC");
  expect(copy).toMatchObject({ key: "", name: { en: "" }, zone: calendar.zone, days: calendar.days });
});

test("an emptied date of what is not announced is none", () => {
  const entered = { ...enteredOf(calendar, false, "UTC"), provisional_from: "" };
  expect(calendarOf(entered, calendar)).not.toHaveProperty("provisional_from");
});

test.each([
  ["9:00", "09:00"],
  ["9：30", "09:30"],
  ["0900", "09:00"],
  [" 24:00 ", "24:00"],
  ["nine", "nine"],
])("%s is read as %s", (text, clock) => {
  expect(clockOf(text)).toBe(clock);
});

test.each([
  [["09:00", "12:00"], [], null],
  [["22:00", "24:00"], [], null],
  [["9", "12:00"], [], "clock"],
  [["09:00", "25:00"], [], "clock"],
  [["12:00", "09:00"], [], "inverted"],
  [["09:00", "09:00"], [], "inverted"],
  [["09:00", "12:00"], ["12:00", "18:00"], null],
  [["09:00", "12:30"], ["12:00", "18:00"], "overlaps"],
] as const)("hours %j beside %j: %s", (one, other, fault) => {
  const all = [one, other].filter((each) => each.length).map(([opens = "", closes = ""]) => ({ opens, closes }));
  expect(faultOf(all, 0)).toBe(fault);
});

test.each([
  [{ mon: [{ opens: "09:00", closes: "12:00" }] }, true],
  [{ mon: [] }, false],
  [{ mon: [{ opens: "09:00", closes: "12:00" }], tue: [{ opens: "9", closes: "" }] }, false],
])("whether the hours %j say something: %s", (week, sound) => {
  expect(isSound(week)).toBe(sound);
});

test("who uses a calendar is named; what is retired does not use it", () => {
  const sla = [
    {
      key: "a",
      name: { en: "A" },
      targets: [{ metric: "resolution", amount: 1, unit: "working_days", calendar: "x" }],
    },
    { key: "b", name: { en: "B" }, retired: true, targets: [{ calendar: "x" }] },
  ];
  const workflows = [{ key: "w", name: { en: "W" }, statuses: [{ key: "s", limits: [{ key: "l", calendar: "x" }] }] }];
  const bundle = { sla, workflows, dispatch: { calendar: "x" } } as unknown as Bundle;
  expect(usesOf("x", bundle).map(({ section, key }) => [section, key])).toEqual([
    ["sla", "a"],
    ["workflows", "w"],
    ["dispatch", null],
  ]);
  expect(usesOf("y", bundle)).toEqual([]);
});
