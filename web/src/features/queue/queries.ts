import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";
import { type Slice, type ViewInfo, whereOf } from "./slice";

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

/** What a view holds may change by time alone, which no event tells. */
const TIMED_MS = 60_000;

export const queueQuery = (slice: Slice, isTimed = false) =>
  infiniteQueryOptions({
    queryKey: [...QUEUES, slice],
    queryFn: ({ pageParam, signal }) => readPage(slice, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
    refetchInterval: isTimed ? TIMED_MS : false,
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

/** Views are few and change rarely: whatever was done, the list of them is read again. */
function useViewCommand<Given, Answer>(run: (given: Given) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSettled: () => client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
  });
}

export const useSaveView = () =>
  useViewCommand((body: Schemas["SaveView"]) => unwrap(api.POST("/api/v1/views", { body })));

export const useChangeView = () =>
  useViewCommand(({ view, body }: { view: ViewInfo; body: Schemas["ChangeView"] }) =>
    unwrap(
      api.PATCH("/api/v1/views/{view_key}", {
        params: { path: { view_key: view.key }, header: { "If-Match": `"${view.version}"` } },
        body,
      }),
    ),
  );

export const useRemoveView = () =>
  useViewCommand((view: ViewInfo) =>
    unwrap(api.DELETE("/api/v1/views/{view_key}", { params: { path: { view_key: view.key } } })),
  );
