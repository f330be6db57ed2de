import { expect, test } from "vitest";
import { type Grant, grantsOf, marksOf, narrowOf, sameMarks, toggled } from "./matrix";

const GRANTS: Grant[] = [
  { scope: "team", actions: ["ticket.read", "ticket.reply"], keys: [] },
  { scope: "all", actions: ["people.read"] },
  { scope: "team", actions: ["ticket.close"], keys: ["service"] },
  { scope: "type", actions: ["ticket.read"], keys: ["refund"] },
];
const ACTIONS = ["ticket.read", "ticket.reply", "ticket.close", "people.read"];

test("marks and what is narrowed together are all that the role grants", () => {
  const marks = marksOf(GRANTS);
  expect([...marks].sort()).toEqual(["people.read all", "ticket.read team", "ticket.reply team"]);
  expect(narrowOf(GRANTS).map(({ keys }) => keys)).toEqual([["service"], ["refund"]]);
  expect(grantsOf(marks, narrowOf(GRANTS), ACTIONS)).toEqual([
    GRANTS[0],
    { ...GRANTS[1], keys: [] },
    GRANTS[2],
    GRANTS[3],
  ]);
});

test("a mark set and taken leaves what was", () => {
  const marks = marksOf(GRANTS);
  const once = toggled(marks, "ticket.close", "own");
  expect(sameMarks(once, marks)).toBe(false);
  expect(sameMarks(toggled(once, "ticket.close", "own"), marks)).toBe(true);
});
