/** Comes to the entry that the address names, or to where somebody was before a reload or on the way back. */
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Entry } from "@/features/ticket/queries";
import type { Filter } from "../conversation/timeline-blocks";
import { entryIn, entryInAddress, type Place, standAt } from "./place";
import type { TimelineShown } from "./use-timeline";

/** So far from the top an entry stands that somebody asked for. */
const BELOW_TOP_PX = 60;

interface Aim {
  key: string;
  offset: number;
  /** It was asked for: it is marked. */
  isAsked: boolean;
}

const asked = (key: string | null): Aim | null => (key ? { key, offset: BELOW_TOP_PX, isAsked: true } : null);

export function useArriving(
  box: RefObject<HTMLElement | null>,
  left: Place | null,
  shown: TimelineShown,
  onUnfold: (entries: readonly Entry[]) => void,
  onFilter: (filter: Filter) => void,
): void {
  const [aim, setAim] = useState<Aim | null>(() => (left ? { ...left, isAsked: false } : asked(entryInAddress())));
  const looked = useRef<string | null>(null);

  useEffect(() => {
    const onHash = () => {
      looked.current = null;
      const next = asked(entryInAddress());
      if (next) onFilter("all"); // it stands there in any case
      setAim(next);
    };
    window.addEventListener("hashchange", onHash);
    return () => window.removeEventListener("hashchange", onHash);
  }, [onFilter]);

  const { entries, isUnread, isBusy, readAround } = shown;
  useEffect(() => {
    const element = box.current;
    if (!aim || !element || isUnread || isBusy) return;
    const entry = entries.find(({ key }) => key === aim.key);
    if (entry && !entryIn(element, aim.key)) {
      onUnfold([entry]); // it comes back here with the next drawing
      if (looked.current === `unfolded ${aim.key}`) return setAim(null);
      looked.current = `unfolded ${aim.key}`;
      return;
    }
    if (standAt(element, aim)) {
      if (aim.isAsked) mark(element, aim.key);
      return setAim(null);
    }
    if (looked.current === aim.key) {
      element.scrollTo({ top: element.scrollHeight }); // it is not there
      return setAim(null);
    }
    looked.current = aim.key;
    void readAround(aim.key);
  });
}

function mark(box: HTMLElement, key: string): void {
  for (const before of box.querySelectorAll("[data-asked]")) before.removeAttribute("data-asked");
  entryIn(box, key)?.setAttribute("data-asked", "true");
}
