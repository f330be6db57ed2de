import {
  type InfiniteData,
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";

export type Operation = Schemas["OperationDetail"];
export type Problem = Schemas["ProblemOfItem"];

const KEY = ["operations"];
const PAGE = 50;
const LIVE_MS = 1_000;
const QUIET_MS = 15_000;

export const isUnderWay = ({ state }: Operation): boolean => ["waiting", "running", "cancelling"].includes(state);

/** Looked at every second while something is under way. */
export const operationsQuery = infiniteQueryOptions({
  queryKey: KEY,
  initialPageParam: undefined as number | undefined,
  queryFn: ({ signal, pageParam: before }) =>
    unwrap(api.GET("/api/v1/operations", { signal, params: { query: { before, limit: PAGE } } })),
  getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
  select: ({ pages }: InfiniteData<Operation[]>) => pages.flat(),
  refetchInterval: ({ state }) => (state.data?.pages.flat().some(isUnderWay) ? LIVE_MS : QUIET_MS),
});

export const operationQuery = (id: number) =>
  queryOptions({
    queryKey: [...KEY, id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/operations/{operation_id}", { signal, params: { path: { operation_id: id } } })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? LIVE_MS : false),
  });

export const problemsQuery = (id: number) =>
  infiniteQueryOptions({
    queryKey: [...KEY, id, "problems"],
    initialPageParam: -1,
    queryFn: ({ signal, pageParam }) => {
      const params = { path: { operation_id: id }, query: { after: pageParam } };
      return unwrap(api.GET("/api/v1/operations/{operation_id}/problems", { signal, params }));
    },
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.position),
  });

export const problemsFile = (id: number): string => `/api/v1/operations/${id}/problems.csv`;

/** What can be asked of an operation. `undo` only plans: what it plans is started like any other. */
export function useOperation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, what }: { id: number; what: "start" | "cancel" | "undo" }) => {
      const params = { path: { operation_id: id } };
      if (what === "start") return unwrap(api.POST("/api/v1/operations/{operation_id}/start", { params }));
      if (what === "cancel") return unwrap(api.POST("/api/v1/operations/{operation_id}/cancel", { params }));
      return unwrap(api.POST("/api/v1/operations/{operation_id}/undo", { params }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
