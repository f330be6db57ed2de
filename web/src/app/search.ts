/** What addresses may carry behind the question mark; anything else is dropped. */
import { naturalOrder, type Order, SORTS } from "@/features/queue/slice";

type Raw = Record<string, unknown>;

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;

const list = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.length > 0 ? value.map(String) : undefined;

export interface QueueSearch {
  sort?: string;
  order?: Order;
  priority?: string[];
  status?: string[];
  category?: string;
  assignee?: string;
  /** The ticket shown beside the list. */
  open?: string;
  as_of?: string;
}

export function queueSearch(raw: Raw): QueueSearch {
  const named = text(raw.sort);
  const sort = SORTS.find((each) => each === named) ?? (named?.startsWith("fields.") ? named : undefined);
  const order = raw.order === "asc" || raw.order === "desc" ? raw.order : undefined;
  return {
    sort,
    order: sort && order === naturalOrder(sort) ? undefined : order,
    priority: list(raw.priority),
    status: list(raw.status),
    category: text(raw.category),
    assignee: text(raw.assignee),
    open: text(raw.open),
    as_of: text(raw.as_of),
  };
}

export interface OpenTicketSearch {
  as_of?: string;
}

export function openTicketSearch(raw: Raw): OpenTicketSearch {
  return { as_of: text(raw.as_of) };
}

/** Only addresses of this very application: a foreign one would lead a person away after sign-in. */
export function signInSearch(raw: Raw): { next?: string } {
  const next = text(raw.next);
  return { next: next && /^\/(?![/\\])/.test(next) ? next : undefined };
}

export type PortalDo = "confirm" | "reopen" | "rate";

/** Links in mails may name what the person wants to do; the page then asks, and never acts by itself. */
export interface PortalTicketSearch {
  do?: PortalDo;
  score?: number;
  number?: string;
  /** The closed ticket that this one follows, when it was just opened in its place. */
  follows?: string;
}

export function portalTicketSearch(raw: Raw): PortalTicketSearch {
  const wanted = (["confirm", "reopen", "rate"] as const).find((each) => each === raw.do);
  const score = Number(raw.score);
  return {
    do: wanted,
    score: score >= 1 && score <= 5 ? Math.round(score) : undefined,
    number: text(raw.number),
    follows: text(raw.follows),
  };
}
