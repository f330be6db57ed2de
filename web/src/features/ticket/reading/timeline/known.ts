/** What is known of a timeline that is read in pages: its entries in order, and where some are missing. Pure. */

import type { Entry, Ticket } from "@/features/ticket/queries";
import type { Schemas } from "@/lib/api";
import type { Filter } from "../conversation/timeline-blocks";

export type Page = Schemas["TimelinePage"];

export interface Known {
  entries: readonly Entry[];
  /** Before its first entry there are others, read on from here. */
  older: string | null;
  /** Keys of entries after which others were not read yet. */
  holes: ReadonlySet<string>;
}

/** What was read with each filter; null: nothing yet. */
export type ByFilter = Record<Filter, Known | null>;

export const NOTHING: Known = { entries: [], older: null, holes: new Set() };

/** In the order of the timeline; of what is told twice the later counts. */
function merged(...lists: readonly (readonly Entry[])[]): Entry[] {
  const all = new Map(lists.flat().map((entry) => [entry.key, entry]));
  return [...all.values()].sort(
    (a, b) => a.place - b.place || Number(a.seq === null) - Number(b.seq === null) || a.at.localeCompare(b.at),
  );
}

const lastOf = (entries: readonly Entry[]) => entries.at(-1);

/** The newest entries, as a ticket comes with them; what was known before stays, and where they leave a gap is told. */
export function withNewest(known: Known, newest: readonly Entry[], older: string | null): Known {
  const [first] = newest;
  const last = lastOf(known.entries);
  if (!first || !last || older === null) return { ...known, entries: merged(known.entries, newest), older };
  const touches = known.entries.some(({ key }) => key === first.key) || first.place - first.folded <= last.place + 1;
  const holes = touches ? known.holes : new Set([...known.holes, last.key]);
  return { entries: merged(known.entries, newest), older: known.older, holes };
}

export function withOlder(known: Known, page: Page): Known {
  return { ...known, entries: merged(page.entries, known.entries), older: page.older };
}

/** Entries around one that was asked for: among the known ones, or an island before them. */
export function withAround(known: Known, page: Page): Known {
  const [first] = known.entries;
  const [from, to] = [page.entries[0], lastOf(page.entries)];
  const entries = merged(known.entries, page.entries);
  if (!first || !from || !to) return { ...known, entries, older: first ? known.older : page.older };
  if (from.place >= first.place) return { ...known, entries };
  const touches = page.newer === null || to.place >= first.place;
  return { entries, older: page.older, holes: touches ? known.holes : new Set([...known.holes, to.key]) };
}

/** What follows `after`, where a hole was. */
export function withBetween(known: Known, after: string, page: Page): Known {
  const next = known.entries[known.entries.findIndex(({ key }) => key === after) + 1];
  const to = lastOf(page.entries);
  const holes = new Set([...known.holes].filter((key) => key !== after));
  if (to && page.newer !== null && next && to.place < next.place) holes.add(to.key);
  return { ...known, entries: merged(known.entries, page.entries), holes };
}

/** Events that were folded away before `before`; what is left of them stays folded before the first of these. */
export function withRun(known: Known, before: Entry, events: readonly Entry[]): Known {
  const left = missingBefore(known, before) - events.length;
  const [first, ...rest] = events;
  if (!first) return known;
  const run = [{ ...first, folded: Math.max(0, left) }, ...rest];
  return { ...known, entries: merged(run, known.entries) };
}

/** How many events before an entry are folded away and not read yet. */
export function missingBefore({ entries }: Known, entry: Entry): number {
  if (entry.folded === 0 || entry.seq === null) return 0;
  const before = entries[entries.findIndex(({ key }) => key === entry.key) - 1];
  return before ? Math.max(0, Math.min(entry.folded, entry.seq - before.place - 1)) : entry.folded;
}

/** The same of all at once, by key; those of which nothing is missing are left out. */
export function missingIn({ entries }: Known): Map<string, number> {
  const missing = new Map<string, number>();
  entries.forEach((entry, at) => {
    const before = entries[at - 1];
    const between = before && entry.seq !== null ? entry.seq - before.place - 1 : entry.folded;
    const n = entry.seq === null ? 0 : Math.min(entry.folded, between);
    if (n > 0) missing.set(entry.key, n);
  });
  return missing;
}

/** Everything of it was read. */
export function isWhole(known: Known): boolean {
  return known.older === null && known.holes.size === 0 && missingIn(known).size === 0;
}

export const newestOf = ({ timeline, older }: Ticket): Known => withNewest(NOTHING, timeline, older);

/** Keys of the entries that are these messages. */
export function keysOf(byFilter: ByFilter, messages: readonly number[]): Set<string> {
  const entries = Object.values(byFilter).flatMap((known) => known?.entries ?? []);
  return new Set(entries.flatMap(({ key, message }) => (message && messages.includes(message.id) ? [key] : [])));
}

/** An entry as it is shown now, wherever it is known; what is folded before it stays so. */
export function withEntry(byFilter: ByFilter, entry: Entry): ByFilter {
  const patched = (known: Known | null) =>
    known?.entries.some(({ key }) => key === entry.key)
      ? {
          ...known,
          entries: known.entries.map((each) => (each.key === entry.key ? { ...entry, folded: each.folded } : each)),
        }
      : known;
  const { all, messages, notes, events } = byFilter;
  return { all: patched(all), messages: patched(messages), notes: patched(notes), events: patched(events) };
}
