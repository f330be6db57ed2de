import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api, type Schemas, unwrap } from "@/lib/api";
import { onNextDeed } from "@/lib/browser/deed";
import type { NoticeEvent } from "@/lib/realtime/events";
import { type Applied, type NoticePages, unreadMark, unreadOf, withAllRead, withNotice, withRead } from "./lines";

const NOTICES = ["notices"] as const;
const PAGE_SIZE = 20;

/** One line for each ticket, those with something unread first. */
export const noticesQuery = infiniteQueryOptions({
  queryKey: [...NOTICES, "lines"],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET("/api/v1/notices", {
        params: { query: { by: "ticket", limit: PAGE_SIZE, after: pageParam ?? undefined } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.after,
  staleTime: Number.POSITIVE_INFINITY,
});

/** All notices of one ticket. */
export const noticesOfQuery = (number: string) =>
  infiniteQueryOptions({
    queryKey: [...NOTICES, "of", number],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/notices", {
          params: { query: { number, limit: PAGE_SIZE, after: pageParam ?? undefined } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
  });

/** Of how many tickets something is unread. */
export function useUnread(): number {
  const { data } = useInfiniteQuery(noticesQuery);
  return unreadOf(data);
}

export function addNotice(client: QueryClient, event: NoticeEvent): void {
  apply(client, (pages) => withNotice(pages, event));
  if (event.number) void client.invalidateQueries({ queryKey: [...NOTICES, "of", event.number] });
}

/** The person read notices, here or on another page: those of a ticket, or (null) some of any. */
export function hearRead(client: QueryClient, number: string | null): void {
  if (number === null) rereadSoon(client);
  else apply(client, (pages) => withRead(pages, number, new Date().toISOString()));
}

export function resyncNotices(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: NOTICES });
}

function apply(client: QueryClient, change: (pages: NoticePages) => Applied): void {
  const before = client.getQueryData(noticesQuery.queryKey);
  if (!before) return;
  const { pages, isUnsure } = change(before);
  if (pages !== before) client.setQueryData(noticesQuery.queryKey, pages);
  if (isUnsure) rereadSoon(client);
}

const REREAD_MS = 1_000;
let waiting: ReturnType<typeof setTimeout> | undefined;

function rereadSoon(client: QueryClient): void {
  if (waiting) return;
  waiting = setTimeout(() => {
    waiting = undefined;
    resyncNotices(client);
  }, REREAD_MS);
}

/** Of all, up to the newest that the person was shown; of a ticket; or one by itself. */
export function useReadNotices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["ReadNotices"]) => unwrap(api.POST("/api/v1/notices/read", { body })),
    onMutate: ({ number, id }) => {
      const now = new Date().toISOString();
      const key = number ?? (id ? `#${id}` : null);
      if (key) apply(client, (pages) => withRead(pages, key, now));
      else apply(client, (pages) => ({ pages: withAllRead(pages, now), isUnsure: false }));
    },
    onError: () => rereadSoon(client),
  });
}

/**
 * The ticket is before the person's eyes: its notices are read, however they came to it. What is told while it stands
 * open is read with their next deed there; somebody who walked away has not seen it.
 */
export function useTicketsNoticesRead(number: string | undefined): void {
  const { data } = useInfiniteQuery(noticesQuery);
  const { mutate } = useReadNotices();
  const opened = useRef<string>(undefined);
  const isKnown = data !== undefined;
  const mark = data && number ? unreadMark(data, number) : null;
  useEffect(() => {
    if (!number || !isKnown) return;
    const isFirst = opened.current !== number;
    opened.current = number;
    if (mark === null) return;
    const read = () => mutate({ number });
    if (!isFirst || document.visibilityState !== "visible") return onNextDeed(read);
    read();
  }, [number, isKnown, mark, mutate]);
}

/** What the person is told, where, and when not. */
export const myNoticesQuery = queryOptions({
  queryKey: ["my-notices"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/notices", { signal })),
});

export function useSetMyNotices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["SetMyNotices"]) => unwrap(api.PUT("/api/v1/me/notices", { body })),
    onSuccess: (kept) => client.setQueryData(myNoticesQuery.queryKey, kept),
  });
}
