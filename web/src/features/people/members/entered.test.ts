import { expect, test } from "vitest";
import type { Person } from "../queries";
import { changeOf, enteredOf } from "./entered";

const LEI = {
  id: 1,
  name: "Lei",
  mail: "lei@x.test",
  roles: ["lead", "agent"],
  teams: ["b", "a"],
  led_teams: ["a"],
  manager_id: null,
  calendar: null,
  routable: true,
  skills: { french: { level: 3, expires_on: "2027-01-31" }, wine: { level: 1 } },
} as unknown as Person;

test("what was not touched is not sent", () => {
  expect(changeOf(LEI, enteredOf(LEI))).toEqual({});
});

test("teams and who leads them go together, and who leaves a team does not lead it", () => {
  expect(changeOf(LEI, { ...enteredOf(LEI), led_teams: ["a", "b"] })).toEqual({ teams: { a: true, b: true } });
  expect(changeOf(LEI, { ...enteredOf(LEI), teams: ["b"] })).toEqual({ teams: { b: false } });
});

test("a shift of their own is given and taken away", () => {
  expect(changeOf(LEI, { ...enteredOf(LEI), calendar: "night" })).toEqual({ calendar: "night" });
  const before = { ...LEI, calendar: "night" } as Person;
  expect(changeOf(before, { ...enteredOf(before), calendar: undefined })).toEqual({ calendar: null });
});

test("a manager can be taken away, and a certificate lose its date", () => {
  const before = { ...LEI, manager_id: 7 } as Person;
  expect(changeOf(before, { ...enteredOf(before), manager_id: undefined })).toEqual({ manager_id: null });
  const skills = [{ key: " french ", level: 3, expires_on: "" }];
  expect(changeOf(LEI, { ...enteredOf(LEI), skills })).toEqual({ skills: { french: { level: 3, expires_on: null } } });
});
