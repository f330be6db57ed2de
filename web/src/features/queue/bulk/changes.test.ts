import { expect, test } from "vitest";
import { changeOf } from "./changes";
import { reasonsOf } from "./operation";

test.each([
  ["assignee", { value: "7" }, { assignee_id: 7 }],
  ["assignee", { value: "none" }, { assignee_id: null }],
  ["team", { value: "service" }, { team: "service" }],
  ["priority", { value: "P1" }, { values: { priority: "P1" } }],
  ["category", { value: "billing" }, { values: { category: "billing" } }],
  ["status", { value: "open" }, { move_to: "open" }],
  ["watch", { value: "off" }, { watching: false }],
  ["tags", { add: ["vip"], remove: ["old"] }, { add_tags: ["vip"], remove_tags: ["old"] }],
] as const)("%s is sent as one change", (kind, entered, sent) => {
  expect(
    changeOf(kind, {
      ...entered,
      ...("add" in entered ? { add: [...entered.add], remove: [...entered.remove] } : {}),
    } as never),
  ).toEqual(sent);
});

test("nothing chosen is nothing to send", () => {
  expect(changeOf("team", {})).toBeNull();
  expect(changeOf("tags", { add: [], remove: [] })).toBeNull();
});

test("the same refusal of several tickets is told once, the most frequent first", () => {
  const full = (number: string) => ({ title: "Full.", remedy: "Choose another.", number });
  const found = reasonsOf([{ title: "Closed.", number: "GD-9" }, full("GD-1"), full("GD-2")]);
  expect(found).toEqual([
    { title: "Full.", remedy: "Choose another.", numbers: ["GD-1", "GD-2"] },
    { title: "Closed.", remedy: "", numbers: ["GD-9"] },
  ]);
});
