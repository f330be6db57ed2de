/** Where somebody is in a timeline: kept for each filter, over a reload and the way back; new things move it nowhere. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Filter } from "../conversation/timeline-blocks";

const NEAR_PX = 120;

/** An entry and where its upper edge stands, from the top of the box. */
interface Anchor {
  key: string;
  offset: number;
}

export interface Place extends Anchor {
  filter: Filter;
}

/** Of this visit in the browser's history: whoever opens the ticket anew begins at its end. */
function storedAs(number: string): string {
  const state = window.history.state as { __TSR_key?: string } | null;
  return `gongdan.timeline.${number}.${state?.__TSR_key ?? ""}`;
}

export function placeLeft(number: string): Place | null {
  try {
    return JSON.parse(sessionStorage.getItem(storedAs(number)) ?? "null") as Place | null;
  } catch {
    return null;
  }
}

function leave(name: string, place: Place | null): void {
  try {
    if (place) sessionStorage.setItem(name, JSON.stringify(place));
    else sessionStorage.removeItem(name);
  } catch {
    // Private windows may refuse; then it is lost with the page.
  }
}

/** The entry that an address names: `#e12`, `#m34`. */
export function entryInAddress(): string | null {
  return /^#([em][1-9]\d{0,15})$/.exec(window.location.hash)?.[1] ?? null;
}

const entriesIn = (box: HTMLElement) => [...box.querySelectorAll<HTMLElement>("[data-key]")];

export function entryIn(box: HTMLElement, key: string): HTMLElement | null {
  return box.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
}

const offsetOf = (box: HTMLElement, entry: HTMLElement) =>
  entry.getBoundingClientRect().top - box.getBoundingClientRect().top;

/** The entries in view. A run that grows folds its first ones away: then the next one that is left counts. */
function anchorsIn(box: HTMLElement): Anchor[] | null {
  const found: Anchor[] = [];
  for (const entry of entriesIn(box)) {
    const offset = offsetOf(box, entry);
    if (offset >= box.clientHeight && found.length > 0) break;
    if (offset + entry.offsetHeight > 0) found.push({ key: entry.dataset.key ?? "", offset });
  }
  return found.length > 0 ? found : null;
}

/** Scrolls so that the entry stands there again. */
export function standAt(box: HTMLElement, { key, offset }: Anchor): boolean {
  const entry = entryIn(box, key);
  if (entry) box.scrollTop += offsetOf(box, entry) - offset;
  return entry !== null;
}

interface Staying {
  number: string;
  filter: Filter;
  /** Where they were left, if they come back. */
  left: Place | null;
  /** Whatever changes when other entries are shown. */
  shown: unknown;
  /** Place of the newest entry. */
  newest: number;
  /** Somebody looks at the end. */
  onEnd: () => void;
  /** Somebody came near the beginning. */
  onBeginning: () => void;
}

/** Follows the end while the person is there; otherwise stands still and says that there is more below. */
export function useStaying(box: RefObject<HTMLDivElement | null>, staying: Staying) {
  const { number, filter, shown, newest } = staying;
  const now = useRef(staying);
  now.current = staying;
  const places = useRef<Partial<Record<Filter, Anchor[] | null>>>(
    staying.left ? { [staying.left.filter]: [staying.left] } : {},
  );
  const [hasMore, setHasMore] = useState(false);

  const toEnd = () => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
    setHasMore(false);
  };

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const name = storedAs(number);
    const reach = () => document.visibilityState === "visible" && now.current.onEnd();
    const isAtEnd = () => !places.current[now.current.filter];
    const onScroll = () => {
      const { filter: current, onBeginning } = now.current;
      const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
      const anchors = isNear ? null : anchorsIn(element);
      places.current[current] = anchors;
      leave(name, anchors?.[0] ? { filter: current, ...anchors[0] } : null);
      if (element.scrollTop < NEAR_PX && !isNear) onBeginning();
      if (!isNear) return;
      setHasMore(false);
      reach();
    };
    const onShown = () => isAtEnd() && reach();
    // The composer's height moves the end too.
    const watcher = new ResizeObserver(() => isAtEnd() && element.scrollTo({ top: element.scrollHeight }));
    watcher.observe(element);
    element.addEventListener("scroll", onScroll, { passive: true });
    document.addEventListener("visibilitychange", onShown);
    return () => {
      watcher.disconnect();
      element.removeEventListener("scroll", onScroll);
      document.removeEventListener("visibilitychange", onShown);
    };
  }, [box, number]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown has changed, whatever it is
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const anchors = places.current[filter];
    if (anchors) anchors.some((anchor) => standAt(element, anchor));
    else element.scrollTo({ top: element.scrollHeight });
  }, [box, filter, shown]);

  const seen = useRef(0);
  useEffect(() => {
    const [isFirst, grew] = [seen.current === 0, newest > seen.current];
    seen.current = newest;
    if (!grew) return;
    if (!isFirst && places.current[now.current.filter]) setHasMore(true);
    else if (document.visibilityState === "visible") now.current.onEnd();
  }, [newest]);

  return { hasMore, toEnd };
}
