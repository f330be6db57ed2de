/** Which rows of the list are chosen. One list is on the screen at a time, so there is one selection. */
import { createStore, useStore } from "@/lib/store";

export interface Selection {
  numbers: ReadonlySet<string>;
  /** The row from which a range goes on. */
  anchor: string | null;
  /** All that the list holds, loaded or not. */
  isWhole: boolean;
  /** Boxes show though nothing is chosen: where nothing can hover. */
  isAsked: boolean;
}

export const NONE: Selection = { numbers: new Set(), anchor: null, isWhole: false, isAsked: false };

export const selection = createStore<Selection>(NONE);

const chosen = (numbers: Iterable<string>, anchor: string | null): Selection => ({
  numbers: new Set(numbers),
  anchor,
  isWhole: false,
  isAsked: true,
});

export function toggled({ numbers, ...rest }: Selection, number: string): Selection {
  const others = [...numbers].filter((each) => each !== number);
  const next = numbers.has(number) ? others : [...numbers, number];
  return next.length > 0 ? chosen(next, number) : { ...NONE, isAsked: rest.isAsked && numbers.size === 0 };
}

/** What stands between the anchor and this row is chosen with it; without an anchor this row alone. */
export function extended({ numbers, anchor }: Selection, order: readonly string[], number: string): Selection {
  const to = order.indexOf(number);
  const from = anchor === null ? to : order.indexOf(anchor);
  if (to < 0) return chosen(numbers, anchor);
  const [low, high] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  return chosen([...numbers, ...order.slice(low, high + 1)], from < 0 ? number : anchor);
}

export function all(order: readonly string[]): Selection {
  return order.length > 0 ? chosen(order, order[0] ?? null) : NONE;
}

/** What left the list is chosen no more: nobody changes what they do not see. */
export function still(before: Selection, order: readonly string[]): Selection {
  if (before.numbers.size === 0 || before.isWhole) return before;
  const there = new Set(order);
  const kept = [...before.numbers].filter((number) => there.has(number));
  if (kept.length === before.numbers.size) return before;
  return kept.length > 0 ? { ...before, numbers: new Set(kept) } : NONE;
}

export const useIsSelected = (number: string): boolean => useStore(selection, ({ numbers }) => numbers.has(number));

export const useSelecting = (): boolean => useStore(selection, ({ numbers, isAsked }) => isAsked || numbers.size > 0);

export const clearSelection = (): void => selection.set(NONE);
