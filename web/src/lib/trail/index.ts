/**
 * The list from which a person came to a record: what stands before and after it, and where they go back to. Pages of
 * records read it; the list writes it. It lasts as long as the tab, so that a reload does not lose the place.
 */
import { createStore, useStore } from "../store";

export interface Trail {
  /** Key of the view. */
  view: string;
  /** What else the address of the list carries. */
  search: Readonly<Record<string, unknown>>;
  /** Loaded records in the order of the list. */
  numbers: readonly string[];
  /** How many the list holds; null: not counted. More than `TOTAL_AT_MOST` are not counted to the end. */
  total: number | null;
}

export const TOTAL_AT_MOST = 999;

export interface Place {
  view: string;
  search: Trail["search"];
  /** Counted from 1. */
  at: number;
  /** As it is written: `22`, `999+`. */
  of: string;
  previous: string | undefined;
  next: string | undefined;
}

const KEY = "gongdan.trail";

export const trail = createStore<Trail | null>(read());

/** Where the list stands now. `open`: the record that the person is in, which keeps its place though it left the list. */
export function leaveTrail(next: Trail, open?: string): void {
  const kept = following(trail.get(), next, open);
  trail.set(kept);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Without it the place is lost by a reload, and by nothing else.
  }
}

/** What was answered leaves many a list; whoever stands in it goes on to what came after it. */
export function following(before: Trail | null, next: Trail, open: string | undefined): Trail {
  if (!open || before?.view !== next.view || next.numbers.includes(open)) return next;
  const at = before.numbers.indexOf(open);
  if (at < 0) return next;
  const stillThere = new Set(next.numbers);
  const behind = before.numbers.slice(at + 1).find((number) => stillThere.has(number));
  const index = behind ? next.numbers.indexOf(behind) : Math.min(at, next.numbers.length);
  return { ...next, numbers: [...next.numbers.slice(0, index), open, ...next.numbers.slice(index)] };
}

/** Null: the person did not come from a list that has it. */
export function placeIn(known: Trail | null, number: string): Place | null {
  const index = known?.numbers.indexOf(number) ?? -1;
  if (!known || index < 0) return null;
  const total = Math.max(known.total ?? 0, known.numbers.length);
  return {
    view: known.view,
    search: known.search,
    at: index + 1,
    of: total > TOTAL_AT_MOST ? `${TOTAL_AT_MOST}+` : String(total),
    previous: known.numbers[index - 1],
    next: known.numbers[index + 1],
  };
}

/** The place of a record in the list that the person came from. */
export function usePlace(number: string): Place | null {
  return placeIn(useStore(trail), number);
}

function read(): Trail | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Trail | null;
    return kept && typeof kept.view === "string" && Array.isArray(kept.numbers) ? kept : null;
  } catch {
    return null;
  }
}
