/** Which part of which view is shown, in what order: lives in the address of the page. Pure. */
import type { Schemas } from "@/lib/api";
import type { paths } from "@/lib/schema.gen";
import type { Me } from "@/lib/session";

export type TicketRow = Schemas["TicketRow"];

type Asked = NonNullable<paths["/api/v1/tickets"]["get"]["parameters"]["query"]>;
export type View = (typeof VIEWS)[number];
export type Sort = (typeof SORTS)[number];
export type Order = NonNullable<Asked["order"]>;

export const VIEWS = [
  "mine",
  "unassigned",
  "team",
  "at_risk",
  "waiting",
  "all_open",
  "resolved",
  "requested",
  "watching",
] as const;

export const SORTS = ["due", "updated", "created", "priority"] as const;

/** Work to do stands in the order in which it is due; what is looked through, by its latest change. */
export function sortOf(view: View): Sort {
  return view === "mine" || view === "unassigned" || view === "at_risk" ? "due" : "updated";
}

export interface Filters {
  priority?: string[];
  status?: string[];
  category?: string;
  /** Id of a person, or `none`. */
  assignee?: string;
}

export interface Slice extends Filters {
  view: View;
  sort: Sort;
  order: Order;
}

/** The natural direction of each order: nearest first, newest first, most urgent first. */
export const NATURAL: Record<Sort, Order> = {
  due: "asc",
  updated: "desc",
  created: "desc",
  priority: "asc",
};

export const FILTER_KEYS = ["priority", "status", "category", "assignee"] as const;

export function isFiltered(filters: Filters): boolean {
  return FILTER_KEYS.some((key) => filters[key] !== undefined && filters[key]?.length !== 0);
}

interface Leaf {
  field: string;
  op: string;
  value?: unknown;
}

/** The filters in the condition language of the server (spec 01); undefined when nothing is filtered. */
export function whereOf(filters: Filters): string | undefined {
  const leaves: Leaf[] = [];
  if (filters.priority?.length) leaves.push({ field: "priority", op: "is_any", value: filters.priority });
  if (filters.status?.length) leaves.push({ field: "status", op: "is_any", value: filters.status });
  if (filters.category) leaves.push({ field: "category", op: "under", value: filters.category });
  if (filters.assignee === "none") leaves.push({ field: "assignee", op: "is_empty" });
  else if (filters.assignee) leaves.push({ field: "assignee", op: "is", value: Number(filters.assignee) });
  return leaves.length > 0 ? JSON.stringify({ all: leaves }) : undefined;
}

const ENDED = new Set(["resolved", "closed"]);

/** Who looks, and when. */
export interface Reader {
  me: Pick<Me, "person_id" | "teams">;
  now: Date;
}

/** Whether a row stands in a slice; null when only the server can tell (watchers, creators, subtrees). */
export function belongs(row: TicketRow, slice: Slice, reader: Reader): boolean | null {
  const isOpen = !ENDED.has(row.phase);
  const inView = standsIn(slice.view, row, isOpen, reader);
  const inFilters = passes(row, slice);
  if (inView === false || inFilters === false) return false;
  return inView === null || inFilters === null ? null : true;
}

function standsIn(view: View, row: TicketRow, isOpen: boolean, { me, now }: Reader): boolean | null {
  switch (view) {
    case "mine":
      return isOpen && row.assignee?.id === me.person_id;
    case "unassigned":
      return isOpen && row.assignee === null;
    case "team":
      return isOpen && row.team !== null && me.teams.includes(row.team);
    case "all_open":
      return isOpen;
    case "at_risk":
      return isOpen && row.risk_at !== null && Date.parse(row.risk_at) <= now.getTime();
    case "requested":
      return row.phase !== "closed" && (row.requester.id === me.person_id || null);
    case "waiting":
      return row.phase === "waiting_customer" || row.phase === "waiting_internal";
    case "resolved":
      return row.phase === "resolved";
    default:
      return null;
  }
}

function passes(row: TicketRow, filters: Filters): boolean | null {
  if (filters.priority?.length && !filters.priority.includes(row.priority)) return false;
  if (filters.status?.length && !filters.status.includes(row.status)) return false;
  if (filters.assignee === "none" && row.assignee !== null) return false;
  if (filters.assignee && filters.assignee !== "none" && row.assignee?.id !== Number(filters.assignee)) return false;
  return filters.category && filters.category !== row.category ? null : true;
}

/** The order of a list, as the server keeps it: what is never due comes after all that is, equals go by number. */
export function compare(slice: Pick<Slice, "sort" | "order">, rank: (priority: string) => number) {
  const sign = slice.order === "asc" ? 1 : -1;
  const keyOf = (row: TicketRow): number => {
    if (slice.sort === "priority") return rank(row.priority);
    if (slice.sort === "due") return row.next_due_at === null ? Number.POSITIVE_INFINITY : Date.parse(row.next_due_at);
    return Date.parse(slice.sort === "updated" ? row.updated_at : row.created_at);
  };
  return (a: TicketRow, b: TicketRow): number => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left !== right) return left < right ? -sign : sign;
    return a.number < b.number ? -sign : sign;
  };
}
