/** Keys of the whole page. Plain letters are ignored while a person types. */
import { useLayoutEffect, useRef } from "react";

/** `mod` is Ctrl, or Cmd on a Mac: `mod+k`, `alt+t`, `j`, `?`, `enter`; `g q` is one key after the other. */
export type Keys = Record<string, (event: KeyboardEvent) => void>;

export function nameOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  const letter = event.altKey && event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : key;
  const held = [event.ctrlKey || event.metaKey ? "mod" : "", event.altKey ? "alt" : ""].filter(Boolean);
  return [...held, letter].join("+");
}

/** Boxes that are ticked take no letters. */
const TAKES_LETTERS =
  "input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=combobox], [role=dialog]";

export function isTyping(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null;
  return Boolean(element?.closest(TAKES_LETTERS));
}

let held = 0;

/** Until what it returns is called, no key of a page acts: something lies over it, or is about to. */
export function holdHotkeys(): () => void {
  held += 1;
  return () => {
    held -= 1;
  };
}

/** How long the second key of a pair may take. */
const PAIR_MS = 1_200;

const pages = new Set<{ current: Keys }>();
let first: { key: string; at: number } | null = null;

const takes = (name: string) => [...pages].filter(({ current }) => current[name]);

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || held > 0) return;
  const name = nameOf(event);
  if (!/^(mod|alt)\+/.test(name) && isTyping(event.target)) return;
  const pair = first && event.timeStamp - first.at < PAIR_MS ? `${first.key} ${name}` : "";
  const begins = [...pages].some(({ current }) => Object.keys(current).some((each) => each.startsWith(`${name} `)));
  first = begins && !pair ? { key: name, at: event.timeStamp } : null;
  const named = takes(pair).length > 0 ? pair : name;
  for (const { current } of takes(named)) current[named]?.(event);
}

export function useHotkeys(keys: Keys, enabled = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  // Before what they act on is painted: whoever sees a list has its keys.
  useLayoutEffect(() => {
    if (!enabled) return;
    if (pages.size === 0) window.addEventListener("keydown", onKey);
    pages.add(latest);
    return () => {
      pages.delete(latest);
      if (pages.size === 0) window.removeEventListener("keydown", onKey);
    };
  }, [enabled]);
}
