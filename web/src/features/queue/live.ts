/**
 * Keeps lists of tickets true while the stream speaks. Rule: snapshot + event = fresh snapshot. What a change does to a
 * list the server says; where it does not, the page reads the first page again, at most once a second.
 */
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Schemas } from "@/lib/api";
import type { ListChange, TicketEvent, ViewsEvent } from "@/lib/realtime/events";
import { createStore } from "@/lib/store";
import { CALENDARS, QUEUES, readPage, viewsQuery } from "./queries";
import { compare, type Slice, type TicketRow } from "./slice";
import { changeOf } from "./watching";

export type Pages = InfiniteData<Schemas["Page"], string | null>;

export interface Applied {
  pages: Pages;
  /** The beginning of the list has to be read again. */
  isUnsure: boolean;
}

/** A list after one event, as it was told; an older event than the row already shows changes nothing. */
export function applyTicket(pages: Pages, event: TicketEvent, told: ListChange | undefined): Applied {
  const known = pages.pages.flatMap((page) => page.rows).find((row) => row.number === event.number);
  if (event.gone) return { pages: known ? without(pages, event.number) : pages, isUnsure: false };
  if (!told || (known && known.version >= event.version)) return { pages, isUnsure: false };
  if (told.change === "leave") return { pages: known ? without(pages, event.number) : pages, isUnsure: false };
  if (told.change === "ask" || !event.row) return { pages, isUnsure: true };
  const row = { ...event.row, place: told.place, fields: told.fields };
  return { pages: placed(without(pages, event.number), row, orderOf(pages)), isUnsure: false };
}

const orderOf = (pages: Pages) => compare(pages.pages[0]?.order ?? "asc");

function mapRows(pages: Pages, change: (rows: TicketRow[]) => TicketRow[]): Pages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, rows: change(page.rows) })) };
}

function without(pages: Pages, number: string): Pages {
  return mapRows(pages, (rows) => rows.filter((row) => row.number !== number));
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

/**
 * Pages whose first one was read anew. What fell off its end now leads the rest: nothing is lost between them, and no
 * other page has to be read.
 */
export function withHead(pages: Pages, head: Schemas["Page"]): Pages {
  const order = compare(head.order);
  const last = head.rows.at(-1);
  if (!head.after || !last) return { pages: [head], pageParams: [null] };
  const numbers = new Set(head.rows.map((row) => row.number));
  const rest = mapRows(pages, (rows) => rows.filter((row) => !numbers.has(row.number) && order(last, row) < 0));
  const [first = { ...head, rows: [] }, ...others] = rest.pages;
  return { ...rest, pages: [{ ...first, rows: [...head.rows, ...first.rows] }, ...others] };
}

/** Rows that others changed while the person looked at the list, by number; opening the ticket takes the mark away. */
export const marks = createStore<Readonly<Record<string, number>>>({});

/** The latest version of each ticket that the person made themselves, which may be told before or after it is answered. */
const own = new Map<string, number>();

export function markOwn(number: string, version: number): void {
  own.set(number, version);
  unmark(number);
}

export function mark(number: string, version: number): void {
  if ((own.get(number) ?? 0) >= version) return;
  marks.set((before) => ({ ...before, [number]: version }));
}

export function unmark(number: string): void {
  marks.set((before) => {
    if (!(number in before)) return before;
    const { [number]: _gone, ...rest } = before;
    return rest;
  });
}

/** The ticket is before the person's eyes: whatever changed there is seen. */
export function useOpened(number: string | undefined): void {
  useEffect(() => {
    if (number) unmark(number);
  }, [number]);
}

/** Applies an event to every list in memory. */
export function applyToLists(client: QueryClient, event: TicketEvent): void {
  for (const query of client.getQueryCache().findAll({ queryKey: QUEUES })) {
    const slice = query.queryKey[1] as Slice;
    const pages = query.state.data as Pages | undefined;
    if (!pages) continue;
    const applied = applyTicket(pages, event, changeOf(event, slice));
    if (applied.pages !== pages) client.setQueryData(query.queryKey, applied.pages);
    if (!applied.isUnsure) continue;
    if (query.isActive()) askSoon(client, slice);
    else void client.invalidateQueries({ queryKey: query.queryKey, exact: true, refetchType: "none" });
  }
  rereadCalendars(client);
}

let reading: ReturnType<typeof setTimeout> | undefined;

/** What an event does to a calendar is not told: it is read again, at most once a second. */
function rereadCalendars(client: QueryClient): void {
  if (reading || client.getQueryCache().findAll({ queryKey: CALENDARS }).length === 0) return;
  reading = setTimeout(() => {
    reading = undefined;
    void client.invalidateQueries({ queryKey: CALENDARS });
  }, ASK_MS);
}

export function applyCounts(client: QueryClient, { counts, changed }: ViewsEvent): void {
  if (changed) void client.invalidateQueries({ queryKey: viewsQuery.queryKey });
  client.setQueryData(viewsQuery.queryKey, (views) =>
    views?.map((view) => ({ ...view, count: counts[view.key] ?? view.count })),
  );
}

const ASK_MS = 1_000;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Only one list is on the screen, so one question waits. */
function askSoon(client: QueryClient, slice: Slice): void {
  if (waiting) return;
  waiting = setTimeout(async () => {
    waiting = undefined;
    // What cannot be read now stays as it is; the next event asks again.
    const head = await readPage(slice, null).catch(() => null);
    if (head) client.setQueryData<Pages>([...QUEUES, slice], (pages) => pages && withHead(pages, head));
  }, ASK_MS);
}

/** After a gap in the stream. */
export function resyncLists(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: QUEUES });
  void client.invalidateQueries({ queryKey: CALENDARS });
  void client.invalidateQueries({ queryKey: viewsQuery.queryKey });
}
