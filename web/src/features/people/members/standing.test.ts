import { expect, test } from "vitest";
import type { Department, Person, Team } from "../queries";
import { departmentsOf, standingOf, wantedOf } from "./standing";

const person = (name: string, more: Partial<Person> = {}) =>
  ({
    id: 1,
    name,
    mail: `${name}@x.test`,
    active: true,
    has_password: true,
    presence: "offline",
    teams: [],
    roles: [],
    ...more,
  }) as unknown as Person;

const LEI = person("Lei", { roles: ["agent"], teams: ["service"], presence: "available" });
const MEI = person("Mei", { roles: ["lead"], has_password: false });
const GONE = person("Gone", { active: false });
const ALL = [LEI, MEI, GONE];

test("who left outranks who never came in", () => {
  expect(ALL.map(standingOf)).toEqual(["active", "invited", "inactive"]);
  expect(standingOf(person("X", { active: false, has_password: false }))).toBe("inactive");
});

test("who left is shown only to whoever looks for them", () => {
  expect(wantedOf(ALL, {})).toEqual([LEI, MEI]);
  expect(wantedOf(ALL, { standing: "inactive" })).toEqual([GONE]);
  expect(wantedOf(ALL, { q: "gone" })).toEqual([GONE]);
});

test("all that is asked must be true", () => {
  expect(wantedOf(ALL, { q: " ＬＥＩ ", role: "agent", team: "service", presence: "available" })).toEqual([LEI]);
  expect(wantedOf(ALL, { q: "x.test", role: "lead" })).toEqual([MEI]);
  expect(wantedOf(ALL, { role: "agent", presence: "away" })).toEqual([]);
});

test("a member's departments are those of their teams, each once", () => {
  const teams = [
    { key: "service", department: "d" },
    { key: "other", department: "e" },
  ] as Team[];
  const departments = [{ key: "d" }, { key: "e" }] as Department[];
  expect(departmentsOf(LEI, teams, departments)).toEqual([{ key: "d" }]);
  expect(departmentsOf(MEI, teams, departments)).toEqual([]);
});
