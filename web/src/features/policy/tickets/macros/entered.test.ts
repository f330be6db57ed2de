import { expect, test } from "vitest";
import type { MacroAction } from "@/lib/api/macros";
import { actionOf, stepsOf } from "./entered";

const ACTIONS: MacroAction[] = [
  { values: { priority: "P1" } },
  { values: { category: null } },
  { values: { "fields.browser": "Firefox" } },
  { values: { "fields.amount": null } },
  { add_tags: ["a"], remove_tags: [] },
  { team: "service" },
  { team: null },
  { assignee_id: 7 },
  { assignee_id: null },
  { move_to: "closed", reason: "solved" },
  { move_to: "waiting" },
  { watching: false },
  { claim: true },
  { say: "reply", text: { en: "Hello" } },
  { put_away: "spam" },
  { take_out: "trash" },
];

test.each(ACTIONS)("%j is what it was after the form held it", (action) => {
  expect(stepsOf(action).map(actionOf)).toEqual([action]);
});

test("several values are several steps", () => {
  const together: MacroAction = { values: { priority: "P1", category: "other" } };
  expect(stepsOf(together).map(actionOf)).toEqual([{ values: { priority: "P1" } }, { values: { category: "other" } }]);
});

test("a text that is written in one language alone says nothing in the other", () => {
  expect(actionOf({ kind: "note", text: { en: "Hello" } })).toEqual({ say: "note", text: { en: "Hello" } });
});
