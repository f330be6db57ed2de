/** Which part of which view is shown, in what order: lives in the address of the page. Pure. */
import type { Schemas } from "@/lib/api";
import type { paths } from "@/lib/api/schema.gen";

export type TicketRow = Schemas["TicketRow"];
export type ViewInfo = Schemas["ViewInfo"];

type Asked = NonNullable<paths["/api/v1/tickets"]["get"]["parameters"]["query"]>;
export type Order = NonNullable<Asked["order"]>;

export const SORTS = ["due", "updated", "created", "priority"] as const;

export interface Filters {
  priority?: string[];
  status?: string[];
  category?: string;
  /** Id of a person, or `none`. */
  assignee?: string;
  /** Due from one instant until before another, both in ISO 8601 with a stroke between them. */
  due?: string;
}

export interface Slice extends Filters {
  view: string;
  /** Left out: as the view has it. */
  sort?: string;
  order?: Order;
}

/** In which direction an order is read first: nearest due, newest, most urgent. */
export const naturalOrder = (sort: string): Order => (sort === "updated" || sort === "created" ? "desc" : "asc");

export const FILTER_KEYS = ["priority", "status", "category", "assignee", "due"] as const;

export function isFiltered(filters: Filters): boolean {
  return FILTER_KEYS.some((key) => filters[key] !== undefined && filters[key]?.length !== 0);
}

export interface Condition {
  field?: string;
  op?: string;
  value?: unknown;
  all?: Condition[];
}

/** The filters in the condition language of the server (spec 01). */
export function leavesOf(filters: Filters): Condition[] {
  const leaves: Condition[] = [];
  if (filters.priority?.length) leaves.push({ field: "priority", op: "is_any", value: filters.priority });
  if (filters.status?.length) leaves.push({ field: "status", op: "is_any", value: filters.status });
  if (filters.category) leaves.push({ field: "category", op: "under", value: filters.category });
  if (filters.assignee === "none") leaves.push({ field: "assignee", op: "is_empty" });
  else if (filters.assignee) leaves.push({ field: "assignee", op: "is", value: Number(filters.assignee) });
  const [since, until] = filters.due?.split("/") ?? [];
  if (since && until) {
    leaves.push({ field: "next_due_at", op: "ge", value: since }, { field: "next_due_at", op: "lt", value: until });
  }
  return leaves;
}

/** Undefined when nothing is filtered. */
export function whereOf(filters: Filters): string | undefined {
  const leaves = leavesOf(filters);
  return leaves.length > 0 ? JSON.stringify({ all: leaves }) : undefined;
}

/** What a list shows now, as the condition of a view: what its view holds, and the filters. */
export function conditionOf(held: ViewInfo["condition"], filters: Filters): Condition {
  const whole = (held ?? { all: [] }) as Condition;
  const leaves = leavesOf(filters);
  if (leaves.length === 0) return whole;
  return { all: [...(whole.all ?? [whole]), ...leaves] };
}

/** The order of rows by the places that the server gave them; without a value a row comes last. */
export function compare(order: Order) {
  const sign = order === "asc" ? 1 : -1;
  return (a: TicketRow, b: TicketRow): number => {
    const [left, right] = [a.place?.by ?? null, b.place?.by ?? null];
    if (left === right) return (a.place?.id ?? 0) < (b.place?.id ?? 0) ? -sign : sign;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -sign : sign;
  };
}
