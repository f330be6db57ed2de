import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import { type Slice, whereOf } from "./slice";

export const PAGE_SIZE = 50;

/** Beneath it stand all lists, each by its slice. */
export const QUEUES = ["queues"] as const;

export const viewsQuery = queryOptions({
  queryKey: ["views"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/views", { signal })),
});

export const queueQuery = (slice: Slice) =>
  infiniteQueryOptions({
    queryKey: [...QUEUES, slice],
    queryFn: ({ pageParam, signal }) => {
      const { view, sort, order } = slice;
      const query = { view, sort, order, limit: PAGE_SIZE, after: pageParam ?? undefined, where: whereOf(slice) };
      return unwrap(api.GET("/api/v1/tickets", { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
  });

export function useClaimFromList() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (number: string) =>
      unwrap(api.POST("/api/v1/tickets/{number}/claim", { params: { path: { number } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: QUEUES }),
  });
}
