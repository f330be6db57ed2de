/** What addresses may carry behind the question mark; anything else is dropped. */
import { isDay } from "@/features/queue/calendar/days";
import { naturalOrder, type Order, SORTS } from "@/features/queue/slice";

const INTERVAL = /^\d{4}-\d\d-\d\dT[\d:.]+Z\/\d{4}-\d\d-\d\dT[\d:.]+Z$/;

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
  /** From when until before when: `2026-11-26T16:00:00.000Z/2026-11-27T16:00:00.000Z`. */
  due?: string;
  /** What a calendar shows: the month of a day, or its week. */
  day?: string;
  span?: "week";
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
    due: INTERVAL.test(text(raw.due) ?? "") ? text(raw.due) : undefined,
    day: isDay(text(raw.day)) ? text(raw.day) : undefined,
    span: raw.span === "week" ? "week" : undefined,
    open: text(raw.open),
    as_of: text(raw.as_of),
  };
}

export interface OpenTicketSearch {
  as_of?: string;
  /** Key of the view from which one came. */
  in?: string;
  /** What a notice asks of its reader; the page then asks, and never acts by itself. */
  ask?: "approve" | "decline";
}

export function openTicketSearch(raw: Raw): OpenTicketSearch {
  const ask = raw.ask === "approve" || raw.ask === "decline" ? raw.ask : undefined;
  return { as_of: text(raw.as_of), in: text(raw.in)?.slice(0, 63), ask };
}

export interface CustomersSearch {
  /** A part of a name, or the beginning of an address or a number. */
  q?: string;
  tier?: string;
}

export function customersSearch(raw: Raw): CustomersSearch {
  return { q: text(raw.q)?.slice(0, 100), tier: text(raw.tier)?.slice(0, 63) };
}

/** A section of the administration reads its own: plain texts, of bounded length. */
export function sectionSearch(raw: Raw): Record<string, string> {
  const texts = Object.entries(raw).map(([key, value]) => [key, text(value)?.slice(0, 200)] as const);
  return Object.fromEntries(texts.filter((each): each is [string, string] => each[1] !== undefined));
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
