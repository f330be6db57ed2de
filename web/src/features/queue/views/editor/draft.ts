/** A view while it is edited. Pure. */
import type { Schemas } from "@/lib/api";
import { type Group, opened, written } from "@/ui/condition/tree";
import { ALWAYS } from "../../list/display";
import { conditionOf, type Order, type ViewInfo } from "../../slice";
import type { Shown } from "../view-menu";

export interface Draft {
  name: string;
  root: Group;
  columns: readonly string[];
  sort: string;
  order: Order;
  group: string | null;
  density: ViewInfo["density"];
  counted: boolean;
  layout: ViewInfo["layout"];
  shared: ViewInfo["shared"];
  teams: readonly string[];
}

/** A view as it is edited. */
export function draftOf(view: ViewInfo, name: string): Draft {
  const { sort, order, group, density, counted, layout, shared, teams } = view;
  const root = opened(view.condition as Parameters<typeof opened>[0]);
  const columns = view.columns.map(({ key }) => key);
  return { name, root, columns, sort, order, group, density, counted, layout, shared, teams };
}

/** A new view of what a list shows now: its own, and nobody else's yet. */
export function draftOfShown(view: ViewInfo, { slice, sort, order, display }: Shown): Draft {
  const { group, layout, columns } = display;
  const root = opened(conditionOf(view.condition, slice) as Parameters<typeof opened>[0]);
  const common = { name: "", shared: "nobody" as const, teams: [], counted: true, density: view.density };
  return { ...common, root, columns, sort, order, group, layout };
}

export function bodyOf(draft: Draft, colours: string | null): Schemas["SaveView"] {
  const { root, columns, teams, ...rest } = draft;
  return {
    ...rest,
    name: draft.name.trim(),
    condition: written(root) as Schemas["SaveView"]["condition"],
    columns: [...new Set([...ALWAYS, ...columns])],
    teams: draft.shared === "teams" ? [...teams] : [],
    colours,
  };
}

const MEMBERS = [
  "name",
  "condition",
  "columns",
  "sort",
  "order",
  "group",
  "density",
  "counted",
  "layout",
  "shared",
  "teams",
] as const;

export type Member = (typeof MEMBERS)[number];

/** Where two drafts differ, as the members of a view are called. */
export function differing(one: Draft, other: Draft): Member[] {
  const [left, right] = [bodyOf(one, null), bodyOf(other, null)];
  return MEMBERS.filter((member) => JSON.stringify(left[member]) !== JSON.stringify(right[member]));
}
