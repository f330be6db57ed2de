import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";
import type { NoticeEvent } from "@/lib/realtime/events";

export const noticesQuery = queryOptions({
  queryKey: ["notices"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/notices", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** A notice is known by its id: one that comes again was counted up, and moves to the top. */
export function addNotice(client: QueryClient, { id, kind, number, text, count, at }: NoticeEvent): void {
  client.setQueryData(noticesQuery.queryKey, (before) => {
    if (!before) return before;
    const others = before.notices.filter((each) => each.id !== id);
    const wasUnread = before.notices.some((each) => each.id === id && each.read_at === null);
    return {
      notices: [{ id, kind, number, text, count, at, read_at: null }, ...others],
      unread: before.unread + (wasUnread ? 0 : 1),
    };
  });
}

export function useReadNotices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (upTo: number) => unwrap(api.POST("/api/v1/notices/read", { body: { up_to: upTo } })),
    onSuccess: (_nothing, upTo) =>
      client.setQueryData(noticesQuery.queryKey, (before) => {
        if (!before) return before;
        const now = new Date().toISOString();
        const seen = before.notices.findIndex((each) => each.id === upTo);
        const read = before.notices.map((each, place) =>
          place >= seen ? { ...each, read_at: each.read_at ?? now } : each,
        );
        return { notices: read, unread: read.filter((each) => each.read_at === null).length };
      }),
  });
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
