import { describe, expect, test } from "vitest";
import { type Directory, namesOf } from "./directory";

const name = (text: string) => ({ "zh-CN": text, en: text });
const directory: Directory = {
  release: 1,
  types: [
    { key: "tech", name: name("tech"), workflow: "b", category_roots: ["fault"], default_priority: "P0" },
    { key: "any", name: name("any"), workflow: "a" },
  ],
  categories: [
    { key: "fault", name: name("Faults") },
    { key: "login", name: name("Sign-in"), parent: "fault", default_priority: "P2" },
    { key: "sso", name: name("SSO"), parent: "login" },
    { key: "once", name: name("Once"), default_priority: "P1", default_type: "tech" },
    { key: "bill", name: name("Billing") },
    { key: "old", name: name("Old"), parent: "fault", retired: true },
    { key: "x", name: name("X"), parent: "y" },
    { key: "y", name: name("Y"), parent: "x" },
  ],
  priorities: [
    { key: "P1", name: name("Once"), rank: 1, colour: "red", retired: true },
    { key: "P2", name: name("Normal"), rank: 2, colour: "yellow" },
    { key: "P0", name: name("Urgent"), rank: 0, colour: "red" },
  ],
  statuses: {
    a: [{ key: "new", name: name("New in a"), phase: "new" }],
    b: [{ key: "new", name: name("New in b"), phase: "new" }],
  },
  fields: [],
  templates: [],
  levels: [],
  teams: [],
  work_kinds: [],
  automations: [],
  routing: [],
  members: [],
};
const names = namesOf(directory);

test("a status is named by the workflow of the ticket's type", () => {
  expect(names.status("new", "tech").name.en).toBe("New in b");
  expect(names.status("new", "any").name.en).toBe("New in a");
});

test("without a type, a status is named by the workflow of the first type that has it", () => {
  expect(names.status("new").name.en).toBe("New in b");
  expect(names.statusKeys).toEqual(["new"]);
});

test("what is not known is named by its key", () => {
  expect(names.status("gone").name.en).toBe("gone");
  expect(names.name("team", "nowhere").en).toBe("nowhere");
  expect(names.name("team", null)).toEqual({});
  expect(names.priority("P9").key).toBe("P9");
});

test("priorities stand by urgency", () => {
  expect(names.priorities.map((each) => each.key)).toEqual(["P0", "P1", "P2"]);
});

describe("categories", () => {
  test("are told from the root of the tree", () => {
    expect(names.path("login").map((each) => each.en)).toEqual(["Faults", "Sign-in"]);
    expect(names.path(null)).toEqual([]);
  });

  test("that go round in a circle end", () => {
    expect(names.path("x")).toHaveLength(2);
  });

  test("of a type are those beneath its roots, without retired ones", () => {
    expect(names.categoriesOf("tech").map((each) => each.key)).toEqual(["fault", "login", "sso"]);
    expect(names.categoriesOf("any").map((each) => each.key)).toContain("bill");
  });
});

test.each<[string, string | undefined, string | undefined, string]>([
  ["sso", undefined, "P2", "of the category above it"],
  ["login", "tech", "P2", "of the category before that of the type"],
  ["fault", "tech", "P0", "of the type"],
  ["once", undefined, "P0", "of the category's type, where its own is in use no more"],
  ["bill", undefined, undefined, "unknown"],
  ["x", "any", undefined, "unknown, round in a circle too"],
])("a new ticket of %s as %s has by default the priority %s: %s", (category, type, wanted, _why) => {
  expect(names.priorityOf(category, type)).toBe(wanted);
});
