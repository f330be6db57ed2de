/**
 * Which list this page shows, so that the stream tells what changes do to it. Until the stream says that it watches a
 * list, and whenever it says nothing of one, the page reads the beginning of the list again.
 */
import { useEffect } from "react";
import { api, Problem, unwrap } from "@/lib/api";
import type { ListChange, ListEvent, TicketEvent } from "@/lib/realtime/events";
import { type Slice, whereOf } from "./slice";

interface Watched {
  slice: Slice;
  name: string;
  isOpen: boolean;
  /** Its view is gone, or is being removed: it is asked for no more. */
  isOver: boolean;
}

const page = Math.random().toString(36).slice(2, 10);
const watched = new Map<string, Watched>();
let client: string | undefined;
let count = 0;

const keyOf = (slice: Slice) => JSON.stringify(slice);

/** What closed a list, a change of its view or too many lists, is over by then. */
const REOPENED_AFTER_MS = 1000;

const ASK: ListChange = { change: "ask", place: null, fields: {} };

/** What an event does to a list; undefined: nothing. */
export function changeOf(event: TicketEvent, slice: Slice): ListChange | undefined {
  const list = watched.get(keyOf(slice));
  return list?.isOpen ? event.lists[list.name] : ASK;
}

/** Another stream knows of no list yet. */
export function heardHello(name: string): void {
  client = name;
  for (const list of watched.values()) ask(list, true);
}

export function heardList({ list: name, is_open }: ListEvent): void {
  const list = [...watched.values()].find((each) => each.name === name);
  if (!list) return;
  list.isOpen = is_open;
  if (!is_open) setTimeout(() => watched.get(keyOf(list.slice)) === list && ask(list, true), REOPENED_AFTER_MS);
}

export function watch(slice: Slice): () => void {
  count += 1;
  const list: Watched = { slice, name: `${page}-${count}`, isOpen: false, isOver: false };
  watched.set(keyOf(slice), list);
  ask(list, true);
  return () => {
    if (watched.get(keyOf(slice)) === list) watched.delete(keyOf(slice));
    ask(list, false);
  };
}

/** Whoever removes a view asks for no list of it from then on, unless the removal is refused. */
export function leaveView(view: string): () => void {
  const lists = [...watched.values()].filter(({ slice }) => slice.view === view);
  for (const list of lists) list.isOver = true;
  return () => {
    for (const list of lists) {
      list.isOver = false;
      if (watched.get(keyOf(list.slice)) === list) ask(list, true);
    }
  };
}

const GONE = 404;

/** Refused or lost, the page goes on asking for itself. A view that a colleague removed is asked for once. */
function ask(list: Watched, is_open: boolean): void {
  if (is_open) list.isOpen = false;
  if (!client || (is_open && list.isOver)) return;
  const { view, sort, order } = list.slice;
  const body = { client, list: list.name, is_open, view, sort, order, where: whereOf(list.slice) };
  unwrap(api.PUT("/api/v1/stream/lists", { body })).catch((refusal) => {
    if (refusal instanceof Problem && refusal.status === GONE) list.isOver = true;
  });
}

export function useWatched(slice: Slice): void {
  useEffect(() => watch(slice), [slice]);
}
