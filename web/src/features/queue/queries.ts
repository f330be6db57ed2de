import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";
import { type Slice, type ViewInfo, whereOf } from "./slice";
import { leaveView } from "./watching";

export const PAGE_SIZE = 50;

/** Beneath it stand all lists, each by its slice. */
export const QUEUES = ["queues"] as const;

/** Beneath it stand all calendars. */
export const CALENDARS = ["calendars"] as const;

export const viewsQuery = queryOptions({
  queryKey: ["views"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/views", { signal })),
});

/** The tickets on which the reader has begun to write. */
export const draftedQuery = queryOptions({
  queryKey: ["drafts"],
  queryFn: async ({ signal }) => {
    const drafts = await unwrap(api.GET("/api/v1/drafts", { signal }));
    return new Set(drafts.map((each) => each.number));
  },
  staleTime: 30_000,
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

/** What a list that is read page by page knows of what is still to come. */
export interface More {
  fetchNextPage: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
}

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

/** How many tickets a list holds; 1,000 means so many or more. */
export const countQuery = (slice: Slice) =>
  queryOptions({
    queryKey: ["counts", slice.view, whereOf(slice) ?? ""],
    queryFn: ({ signal }) => {
      const query = { view: slice.view, where: whereOf(slice) };
      return unwrap(api.GET("/api/v1/tickets/count", { params: { query }, signal }));
    },
    refetchInterval: TIMED_MS,
  });

/** What is done to a ticket without opening it. */
export type RowDeed =
  | { number: string; what: "claim" | "watch" | "unwatch" }
  | { number: string; what: "assign"; assignee_id: number | null }
  | { number: string; what: "move"; to: string };

function send(deed: RowDeed) {
  const params = { path: { number: deed.number } };
  switch (deed.what) {
    case "claim":
      return unwrap(api.POST("/api/v1/tickets/{number}/claim", { params }));
    case "assign": {
      const body = { assignee_id: deed.assignee_id };
      return unwrap(api.POST("/api/v1/tickets/{number}/assignments", { params, body }));
    }
    case "move":
      return unwrap(api.POST("/api/v1/tickets/{number}/moves", { params, body: { to: deed.to } }));
    default:
      return unwrap(
        api.POST("/api/v1/tickets/{number}/watching", { params, body: { watching: deed.what === "watch" } }),
      );
  }
}

export function useActFromList() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
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

/** In which order one's views stand, and which are hidden: shown at once, kept by the server, taken back if refused. */
export function useArrangeViews() {
  const client = useQueryClient();
  const { queryKey } = viewsQuery;
  const arrange = async (change: (views: readonly ViewInfo[]) => ViewInfo[]) => {
    await client.cancelQueries({ queryKey });
    const before = client.getQueryData(queryKey);
    const views = change(before ?? (await client.fetchQuery(viewsQuery)));
    client.setQueryData(queryKey, views);
    const order = views.map(({ key }) => key);
    const hidden = views.filter((view) => view.is_hidden).map(({ key }) => key);
    try {
      await unwrap(api.PUT("/api/v1/me/views", { body: { order, hidden } }));
    } catch (refusal) {
      client.setQueryData(queryKey, before);
      throw refusal;
    } finally {
      void client.invalidateQueries({ queryKey });
    }
  };
  return { arrange };
}

export const useRemoveView = () =>
  useViewCommand((view: ViewInfo) => {
    const watchAgain = leaveView(view.key);
    const removed = unwrap(api.DELETE("/api/v1/views/{view_key}", { params: { path: { view_key: view.key } } }));
    removed.catch(watchAgain);
    return removed;
  });
