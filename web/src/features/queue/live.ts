/**
 * Keeps lists of tickets true while the stream speaks. Rule: snapshot + event = fresh snapshot. What a page cannot
 * decide by itself (views that depend on time or watchers) is read again, at most once a second.
 */
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Schemas } from "@/lib/api";
import type { TicketEvent, ViewsEvent } from "@/lib/realtime/events";
import type { Me } from "@/lib/session";
import { createStore } from "@/lib/store";
import { QUEUES, viewsQuery } from "./queries";
import { belongs, compare, type Slice, type TicketRow } from "./slice";

export type Pages = InfiniteData<Schemas["Page"], string | null>;

export interface Applied {
  pages: Pages;
  /** The page cannot tell where the ticket belongs now. */
  isUnsure: boolean;
}

export interface Reader {
  me: Pick<Me, "person_id" | "teams">;
  rank: (priority: string) => number;
}

/** A list after one event. An older event than the row already shows changes nothing. */
export function applyTicket(pages: Pages, event: TicketEvent, slice: Slice, { me, rank }: Reader): Applied {
  const known = pages.pages.flatMap((page) => page.rows).find((row) => row.number === event.number);
  if (known && known.version >= event.version && !event.gone) return { pages, isUnsure: false };
  if (event.gone) return { pages: without(pages, event.number), isUnsure: false };
  if (!event.row) return { pages, isUnsure: true };

  const belongsNow = belongs(event.row, slice, me);
  if (belongsNow === false) return { pages: without(pages, event.number), isUnsure: false };
  if (belongsNow === null) return { pages: known ? replaced(pages, event.row) : pages, isUnsure: true };
  return { pages: placed(without(pages, event.number), event.row, compare(slice, rank)), isUnsure: false };
}

function mapRows(pages: Pages, change: (rows: TicketRow[]) => TicketRow[]): Pages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, rows: change(page.rows) })) };
}

function without(pages: Pages, number: string): Pages {
  return mapRows(pages, (rows) => rows.filter((row) => row.number !== number));
}

function replaced(pages: Pages, row: TicketRow): Pages {
  return mapRows(pages, (rows) => rows.map((each) => (each.number === row.number ? row : each)));
}

/** Put where the order wants it; past the last loaded row only if the list ends there. */
function placed(pages: Pages, row: TicketRow, order: (a: TicketRow, b: TicketRow) => number): Pages {
  const target = pages.pages.findIndex((page) => page.rows.some((each) => order(row, each) < 0));
  const isAtEnd = target < 0;
  if (isAtEnd && pages.pages.at(-1)?.after) return pages;
  const at = isAtEnd ? pages.pages.length - 1 : target;
  const put = (rows: TicketRow[]) => [...rows, row].sort(order);
  return {
    ...pages,
    pages: pages.pages.map((page, index) => (index === at ? { ...page, rows: put(page.rows) } : page)),
  };
}

/** Rows that changed while the person looked at the list, by number; a row loses its mark when it is opened. */
export const marks = createStore<Readonly<Record<string, number>>>({});

export function unmark(number: string): void {
  marks.set(({ [number]: _gone, ...rest }) => rest);
}

/** Applies an event to every list in memory. */
export function applyToLists(client: QueryClient, event: TicketEvent, reader: Reader): void {
  let isUnsure = false;
  for (const query of client.getQueryCache().findAll({ queryKey: QUEUES })) {
    const slice = query.queryKey[1] as Slice;
    const pages = query.state.data as Pages | undefined;
    if (!pages) continue;
    const applied = applyTicket(pages, event, slice, reader);
    isUnsure ||= applied.isUnsure;
    if (applied.pages !== pages) client.setQueryData(query.queryKey, applied.pages);
  }
  marks.set((before) => ({ ...before, [event.number]: event.version }));
  if (isUnsure) refetchSoon(client);
}

export function applyCounts(client: QueryClient, { counts }: ViewsEvent): void {
  client.setQueryData(viewsQuery.queryKey, (views) =>
    views?.map((view) => ({ ...view, count: counts[view.key] ?? view.count })),
  );
}

const REFETCH_MS = 1_000;
let waiting: ReturnType<typeof setTimeout> | undefined;

function refetchSoon(client: QueryClient): void {
  if (waiting) return;
  waiting = setTimeout(() => {
    waiting = undefined;
    void client.invalidateQueries({ queryKey: QUEUES });
  }, REFETCH_MS);
}

/** After a gap in the stream. */
export function resyncLists(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: QUEUES });
  void client.invalidateQueries({ queryKey: viewsQuery.queryKey });
}
