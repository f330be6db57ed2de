/** The keys of a list: which row the keyboard stands on, and which rows are chosen. */
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { isTyping, useHotkeys } from "@/lib/hotkeys";
import type { TicketRow } from "../slice";
import type { RowAct } from "./row";
import { all, clearSelection, extended, selection, toggled } from "./selection";

/** The row that the keyboard stands on; outlives the rows, so that `j` goes on after one has left. */
let active: string | undefined;
let activeAt = -1;

type Box = RefObject<HTMLDivElement | null>;

/** Brings a row that is not drawn into sight; a list that draws all of them has none. */
export type Reveal = RefObject<((number: string) => void) | null>;

const linkOf = (box: Box, number: string) =>
  box.current?.querySelector<HTMLAnchorElement>(`a[data-row="${CSS.escape(number)}"]`);

/**
 * `j`, `k`: next, previous, with Shift choosing along. `x`: chooses. `c`: claims. `Esc` chooses none, Ctrl+A all that are
 * loaded. `Enter` opens, as it does on every link.
 */
export function useRowKeys(
  box: Box,
  order: readonly string[],
  rows: readonly TicketRow[],
  onAct: (what: RowAct, row: TicketRow) => void,
) {
  const reveal: Reveal = useRef(null);
  const latest = useRef(order);
  latest.current = order;
  useFocusOnReturn(box, order.length > 0);

  const onFocus = useCallback((number: string) => {
    active = number;
    activeAt = latest.current.indexOf(number);
  }, []);
  const onSelect = useCallback((number: string, isRange: boolean) => {
    selection.set((before) => (isRange ? extended(before, latest.current, number) : toggled(before, number)));
  }, []);

  const stand = (number: string) => {
    reveal.current?.(number);
    onFocus(number);
    requestAnimationFrame(() => {
      const link = linkOf(box, number);
      link?.focus({ preventScroll: true });
      link?.closest("li")?.scrollIntoView({ block: "nearest" });
    });
  };
  const step = (by: number, isRange: boolean) => {
    const found = active ? order.indexOf(active) : -1;
    const from = found >= 0 ? found : Math.min(activeAt, order.length) - Math.max(by, 0);
    const next = order[Math.max(0, Math.min(order.length - 1, from + by))];
    if (!next) return;
    if (isRange && active && selection.get().numbers.size === 0) onSelect(active, false);
    if (isRange) onSelect(next, true);
    stand(next);
  };
  const here = () => (document.activeElement?.closest("li") as HTMLElement | null)?.dataset.number;

  useHotkeys({
    j: ({ shiftKey }) => step(1, shiftKey),
    k: ({ shiftKey }) => step(-1, shiftKey),
    x: () => {
      const number = here();
      if (number) onSelect(number, false);
    },
    c: () => {
      const row = rows.find(({ number }) => number === here());
      if (row) onAct("claim", row);
    },
    escape: () => selection.get().numbers.size > 0 && clearSelection(),
    "mod+a": (event) => {
      if (isTyping(event.target)) return;
      event.preventDefault();
      selection.set(all(order));
    },
  });
  return { reveal, onFocus, onSelect };
}

/** Who comes back from a ticket stands on its row again; a focus that is somewhere is left there. */
function useFocusOnReturn(box: Box, isReady: boolean): void {
  useEffect(() => {
    if (!isReady || !active || document.activeElement !== document.body) return;
    linkOf(box, active)?.focus({ preventScroll: true });
  }, [box, isReady]);
}
