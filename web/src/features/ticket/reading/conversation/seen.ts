/** Up to where a person has seen the ticket: what came while its place was out of view, or while they wrote, is not. */
import { useCallback, useState } from "react";
import type { Entry, Ticket } from "@/features/ticket/queries";
import { keep, readKept } from "@/lib/kept";
import { useMe } from "@/lib/session";

export interface Seen {
  /** Sequence number up to which it had been shown before this visit; at the first visit nothing counts as new. */
  before: number;
  /** Version up to which it has been in view by now. */
  version: number;
  mark: (version: number) => void;
}

/** `isWriting`: words were kept from an earlier visit. What came since then was not before their author's eyes. */
export function useSeen(ticket: Ticket, isWriting: boolean): Seen {
  const key = `seen.${useMe().person_id}.${ticket.number}`;
  const [before] = useState(() => readKept(key, ticket.version));
  const [version, setVersion] = useState(isWriting ? before : ticket.version);
  const mark = useCallback(
    (next: number) => {
      setVersion((now) => Math.max(now, next));
      keep(key, next);
    },
    [key],
  );
  return { before, version, mark };
}

/** Up to where its reader knows what was said: their own words they know as they stand. */
export function knownUpTo(timeline: readonly Entry[], version: number, me: number): number {
  const [first] = timeline;
  if (first && first.place - first.folded > version + 1) return version; // what was said before it is not here
  let known = version;
  for (const { seq, message, person } of timeline) {
    if ((seq ?? 0) <= known || !message || message.audience === "internal") continue;
    if (person?.id !== me) break;
    known = seq ?? known;
  }
  return known;
}

/** Public messages of others that came after what was seen: whoever answers has to know of them. */
export function unseenIn(timeline: readonly Entry[], version: number, me: number): Entry[] {
  return timeline.filter(
    ({ seq, message, person }) =>
      (seq ?? 0) > version && message != null && message.audience !== "internal" && person?.id !== me,
  );
}
