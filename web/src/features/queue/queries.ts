import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";
import { type Slice, whereOf } from "./slice";

export const PAGE_SIZE = 50;

/** Beneath it stand all lists, each by its slice. */
export const QUEUES = ["queues"] as const;

export const viewsQuery = queryOptions({
  queryKey: ["views"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/views", { signal })),
});

export function readPage(slice: Slice, after: string | null, signal?: AbortSignal): Promise<Schemas["Page"]> {
  const { view, sort, order } = slice;
  const query = { view, sort, order, limit: PAGE_SIZE, after: after ?? undefined, where: whereOf(slice) };
  return unwrap(api.GET("/api/v1/tickets", { params: { query }, signal }));
}

/** Tickets come to be at risk by time alone, which no event tells. */
const RISK_MS = 60_000;

export const queueQuery = (slice: Slice) =>
  infiniteQueryOptions({
    queryKey: [...QUEUES, slice],
    queryFn: ({ pageParam, signal }) => readPage(slice, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
    refetchInterval: slice.view === "at_risk" ? RISK_MS : false,
  });

const FOUND_AT_MOST = 6;

/** Open tickets whose title holds these words. */
export const titleQuery = (words: string) =>
  queryOptions({
    queryKey: ["titles", words],
    queryFn: ({ signal }) => {
      const where = JSON.stringify({ field: "title", op: "contains", value: words });
      const query = { view: "all_open", limit: FOUND_AT_MOST, where } as const;
      return unwrap(api.GET("/api/v1/tickets", { params: { query }, signal }));
    },
    enabled: words !== "",
    placeholderData: keepPreviousData,
  });

export function useClaimFromList() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (number: string) =>
      unwrap(api.POST("/api/v1/tickets/{number}/claim", { params: { path: { number } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: QUEUES }),
  });
}
