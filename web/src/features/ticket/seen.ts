/** Up to where a person has seen the ticket: what came while its place was out of view is not seen. */
import { useCallback, useRef, useState } from "react";
import { keep, readKept } from "@/lib/kept";
import { useMe } from "@/lib/session";
import type { Ticket } from "./queries";

export interface Seen {
  /** Sequence number up to which it had been shown before this visit; at the first visit nothing counts as new. */
  before: number;
  /** Version up to which it has been in view by now. */
  version: () => number;
  mark: (version: number) => void;
}

export function useSeen(ticket: Ticket): Seen {
  const key = `seen.${useMe().person_id}.${ticket.number}`;
  const [before] = useState(() => readKept(key, ticket.version));
  const latest = useRef(ticket.version);
  const version = useCallback(() => latest.current, []);
  const mark = useCallback(
    (next: number) => {
      latest.current = next;
      keep(key, next);
    },
    [key],
  );
  return { before, version, mark };
}
