/** What the stream says of messages that are shown otherwise now: those that the ticket itself no longer brings. */
import { type Dispatch, type SetStateAction, useEffect, useRef } from "react";
import type { Ticket } from "@/features/ticket/queries";
import { api, unwrap } from "@/lib/api";
import { createStore } from "@/lib/store";
import { type ByFilter, keysOf, withEntry } from "./known";

interface Touched {
  number: string;
  /** Ids of messages. */
  messages: readonly number[];
}

const touched = createStore<Touched>({ number: "", messages: [] });

export function tellTouched(number: string, messages: readonly number[] = []): void {
  if (messages.length > 0) touched.set({ number, messages });
}

/** Reads each of them again, alone; where somebody is in the timeline does not move. */
export function useTouched(
  ticket: Ticket,
  byFilter: ByFilter,
  setByFilter: Dispatch<SetStateAction<ByFilter>>,
  isPast: boolean,
): void {
  const now = useRef({ ticket, byFilter });
  now.current = { ticket, byFilter };
  const { number } = ticket;
  useEffect(() => {
    const reread = async (key: string) => {
      const query = { filter: "all", around: key, limit: 1 } as const;
      const page = unwrap(api.GET("/api/v1/tickets/{number}/timeline", { params: { path: { number }, query } }));
      // Without an answer the old one stands: the next reading brings it.
      const entry = (await page.catch(() => null))?.entries.find((each) => each.key === key);
      if (entry) setByFilter((all) => withEntry(all, entry));
    };
    const hear = () => {
      const { number: of, messages } = touched.get();
      const { ticket, byFilter } = now.current;
      if (of !== number || isPast) return;
      const brought = new Set(ticket.timeline.map(({ key }) => key));
      for (const key of keysOf(byFilter, messages)) if (!brought.has(key)) void reread(key);
    };
    return touched.watch(hear);
  }, [number, isPast, setByFilter]);
}
