import { type RefObject, useEffect, useRef } from "react";
import type { Way } from "./tree";

const WAYS: Readonly<Record<string, Way>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "deeper",
  ArrowLeft: "higher",
};

/**
 * Alt and an arrow moves the category that has the focus; `active`: the one that the tree itself points at. Nobody else
 * hears of the key, neither the tree nor the browser, which would go a page back.
 */
export function useSteering(
  box: RefObject<HTMLElement | null>,
  active: RefObject<string | undefined>,
  steer: (key: string, way: Way) => void,
): void {
  const latest = useRef(steer);
  latest.current = steer;
  useEffect(() => {
    const tree = box.current;
    const onKey = (event: KeyboardEvent) => {
      const way = event.altKey && !event.ctrlKey && !event.metaKey ? WAYS[event.key] : undefined;
      if (!way) return;
      const row = (event.target as Element).closest<HTMLElement>("[data-category]");
      const key = row?.dataset.category ?? active.current;
      event.preventDefault();
      event.stopPropagation();
      if (key) latest.current(key, way);
    };
    tree?.addEventListener("keydown", onKey, true);
    return () => tree?.removeEventListener("keydown", onKey, true);
  }, [box, active]);
}
