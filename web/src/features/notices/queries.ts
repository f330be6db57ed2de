import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import type { NoticeEvent } from "@/lib/realtime/events";

export const noticesQuery = queryOptions({
  queryKey: ["notices"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/notices", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** A notice is known by its id: a second delivery adds none. */
export function addNotice(client: QueryClient, { id, kind, number, text, at }: NoticeEvent): void {
  client.setQueryData(noticesQuery.queryKey, (before) => {
    if (!before || before.notices.some((each) => each.id === id)) return before;
    return { notices: [{ id, kind, number, text, at, read_at: null }, ...before.notices], unread: before.unread + 1 };
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
        const read = before.notices.map((each) => (each.id <= upTo ? { ...each, read_at: each.read_at ?? now } : each));
        return { notices: read, unread: read.filter((each) => each.read_at === null).length };
      }),
  });
}
