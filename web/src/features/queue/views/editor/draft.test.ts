import { expect, test } from "vitest";
import type { ViewInfo } from "../../slice";
import type { Shown } from "../view-menu";
import { bodyOf, differing, draftOf, draftOfShown } from "./draft";

const VIEW = {
  key: "v1",
  name: { "zh-CN": "急件", en: "急件" },
  condition: { all: [{ field: "priority", op: "is", value: "P0" }] },
  columns: [{ key: "title" }, { key: "due" }],
  sort: "due",
  order: "asc",
  group: null,
  density: null,
  counted: true,
  layout: "list",
  shared: "teams",
  teams: ["service"],
} as unknown as ViewInfo;
const draft = draftOf(VIEW, "急件");

test("a view that is opened and not changed is as it was", () => {
  expect(differing(draft, draftOf(VIEW, "急件"))).toEqual([]);
  expect(bodyOf(draft, null)).toMatchObject({ condition: VIEW.condition, teams: ["service"], sort: "due" });
});

test("what every row shows is always among the columns", () => {
  expect(bodyOf({ ...draft, columns: [] }, null).columns).toEqual(["priority", "title"]);
});

test("what is not shared with teams names none", () => {
  expect(bodyOf({ ...draft, shared: "everybody" }, null).teams).toEqual([]);
});

test("a filtered list becomes a view of what it shows, for oneself", () => {
  const slice = { view: "v1", category: "billing" };
  const display = { layout: "board", group: "assignee", columns: ["due"], density: null };
  const made = draftOfShown(VIEW, { slice, sort: "created", order: "desc", display } as Shown);
  expect(bodyOf(made, null)).toMatchObject({
    condition: {
      all: [
        { field: "priority", op: "is", value: "P0" },
        { field: "category", op: "under", value: "billing" },
      ],
    },
    layout: "board",
    group: "assignee",
    sort: "created",
    shared: "nobody",
    teams: [],
  });
});

test("what two people made of a view is told by its members", () => {
  expect(differing(draft, { ...draft, name: "别的", counted: false })).toEqual(["name", "counted"]);
});
