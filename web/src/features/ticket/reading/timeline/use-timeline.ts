/** A ticket's timeline as far as it was read, for each filter, and how it is read on. */
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { Entry, Ticket } from "@/features/ticket/queries";
import { api, unwrap } from "@/lib/api";
import { FreshAddress } from "@/ui/content/files";
import { type Filter, isShown } from "../conversation/timeline-blocks";
import {
  type ByFilter,
  isWhole,
  type Known,
  missingIn,
  NOTHING,
  newestOf,
  type Page,
  withAround,
  withBetween,
  withNewest,
  withOlder,
  withRun,
} from "./known";
import { useTouched } from "./touched";

/** As the server takes it. */
const LONGEST = 200;

interface Wanted {
  filter: Filter;
  before?: string;
  after?: string;
  around?: string;
  limit?: number;
}

export interface TimelineShown {
  entries: readonly Entry[];
  /** Events that are folded away before an entry and not read yet, by its key. */
  missing: ReadonlyMap<string, number>;
  /** Where earlier entries begin; null: there are none. */
  older: string | null;
  /** Keys of entries after which others were not read. */
  holes: ReadonlySet<string>;
  isUnread: boolean;
  isBusy: boolean;
  error: unknown;
  retry: () => void;
  readOlder: () => Promise<void>;
  readBetween: (after: string) => Promise<void>;
  readAround: (key: string) => Promise<void>;
  readRun: (before: Entry) => Promise<void>;
}

const UNREAD: ByFilter = { all: null, messages: null, notes: null, events: null };

interface Failed {
  filter: Filter;
  error: unknown;
  again: () => void;
}

export function useTimeline(ticket: Ticket, filter: Filter, asOf: string | undefined): TimelineShown {
  const [byFilter, setByFilter] = useKnown(ticket);
  useTouched(ticket, byFilter, setByFilter, asOf !== undefined);
  const own = filter === "all" || isWhole(byFilter.all ?? NOTHING) ? byFilter.all : byFilter[filter];
  const [isBusy, setIsBusy] = useState(false);
  const [failed, setFailed] = useState<Failed | null>(null);
  const isGoing = useRef(false);

  const read = useCallback(
    async (wanted: Wanted, use: (known: Known, page: Page) => Known) => {
      if (isGoing.current) return;
      isGoing.current = true;
      setIsBusy(true);
      try {
        const page = await ask(ticket.number, asOf, wanted);
        setByFilter((now) => ({ ...now, [filter]: use(now[filter] ?? NOTHING, page) }));
        setFailed(null);
      } catch (error) {
        setFailed({ filter, error, again: () => void read(wanted, use) });
      }
      isGoing.current = false;
      setIsBusy(false);
    },
    [ticket.number, asOf, filter, setByFilter],
  );

  const isUnread = own === null;
  const hasFailed = failed?.filter === filter;
  useEffect(() => {
    if (isUnread && !isBusy && !hasFailed) void read({ filter }, (_, page) => withOlder(NOTHING, page));
  }, [isUnread, isBusy, hasFailed, filter, read]);

  const known = own ?? NOTHING;
  const entries = useMemo(() => known.entries.filter((entry) => isShown(entry, filter)), [known, filter]);
  const missing = useMemo(() => missingIn(known), [known]);
  return {
    entries,
    missing,
    older: known.older,
    holes: known.holes,
    isUnread,
    isBusy,
    error: hasFailed ? failed.error : null,
    retry: () => failed?.again(),
    readOlder: async () => {
      if (known.older) await read({ filter, before: known.older }, withOlder);
    },
    readBetween: (after) => read({ filter, after }, (now, page) => withBetween(now, after, page)),
    readAround: (key) => read({ filter, around: key }, withAround),
    readRun: (before) => {
      const limit = Math.min(missing.get(before.key) ?? 0, LONGEST);
      return read({ filter: "events", before: before.key, limit }, (now, page) => withRun(now, before, page.entries));
    },
  };
}

/** The address of a file that ran out, read again with the message that has it. */
export function useFreshAddress(ticket: Ticket, entries: readonly Entry[], asOf: string | undefined) {
  const ofTicket = useContext(FreshAddress);
  return async (id: string) => {
    const found = await ofTicket?.(id);
    const holder = entries.find((entry) => entry.message?.files.some((file) => file.id === id));
    if (found || !holder) return found;
    const page = await ask(ticket.number, asOf, { filter: "all", around: holder.key, limit: 1 });
    const files = page.entries.flatMap((entry) => entry.message?.files ?? []);
    return files.find((file) => file.id === id)?.url;
  };
}

function ask(number: string, asOf: string | undefined, wanted: Wanted) {
  const query = { ...wanted, ...(asOf ? { as_of: asOf } : {}) };
  return unwrap(api.GET("/api/v1/tickets/{number}/timeline", { params: { path: { number }, query } }));
}

/** What was read, with what the ticket itself brings whenever it is read anew. */
function useKnown(ticket: Ticket) {
  const [byFilter, setByFilter] = useState<ByFilter>(() => ({ ...UNREAD, all: newestOf(ticket) }));
  const [taken, setTaken] = useState(ticket.timeline);
  if (taken !== ticket.timeline) {
    setTaken(ticket.timeline);
    setByFilter((now) => withTicket(now, ticket));
  }
  return [byFilter, setByFilter] as const;
}

function withTicket(now: ByFilter, { timeline, older }: Ticket): ByFilter {
  const all = withNewest(now.all ?? NOTHING, timeline, older);
  const next: ByFilter = { ...now, all };
  for (const filter of ["messages", "notes", "events"] as const) {
    const known = now[filter];
    if (!known) continue;
    // After a gap nothing is known of what was left out in it: that filter is read anew.
    const hasGap = all.holes.size > (now.all?.holes.size ?? 0);
    const fresh = timeline.filter((entry) => isShown(entry, filter));
    next[filter] = hasGap ? null : { ...withNewest(known, fresh, known.older), holes: known.holes };
  }
  return next;
}
