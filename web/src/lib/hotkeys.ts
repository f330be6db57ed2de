/** Keys of the whole page. Plain letters are ignored while a person types. */
import { useEffect, useRef } from "react";

/** `mod` is Ctrl, or Cmd on a Mac: `mod+k`, `alt+t`, `j`, `?`, `enter`. */
export type Keys = Record<string, (event: KeyboardEvent) => void>;

export function nameOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  const letter = event.altKey && event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : key;
  const held = [event.ctrlKey || event.metaKey ? "mod" : "", event.altKey ? "alt" : ""].filter(Boolean);
  return [...held, letter].join("+");
}

export function isTyping(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null;
  return Boolean(element?.closest("input, textarea, select, [contenteditable=true], [role=combobox], [role=dialog]"));
}

export function useHotkeys(keys: Keys, enabled = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const name = nameOf(event);
      const run = latest.current[name];
      if (!run || (!/^(mod|alt)\+/.test(name) && isTyping(event.target))) return;
      run(event);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [enabled]);
}
