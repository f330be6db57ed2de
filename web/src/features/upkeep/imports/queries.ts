import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, sendFile, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/api/wish";

export type Import = Schemas["ImportDetail"];
export type ImportKind = Schemas["ImportKindDetail"];
export type Work = Schemas["ImportWork"];
export type RowProblem = Schemas["RowProblem"];

const KEY = ["imports"];
const PAGE = 50;
const LIVE_MS = 1_000;

export const isUnderWay = (work: Work | null): boolean =>
  work !== null && ["planned", "waiting", "running", "cancelling"].includes(work.state);
const isBusy = (one: Import): boolean => isUnderWay(one.check) || isUnderWay(one.run);

export const kindsQuery = queryOptions({
  queryKey: [...KEY, "kinds"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/imports/kinds", { signal })),
});

export const importsQuery = infiniteQueryOptions({
  queryKey: [...KEY, "list"],
  initialPageParam: null as number | null,
  queryFn: ({ signal, pageParam }) =>
    unwrap(api.GET("/api/v1/imports", { signal, params: { query: { before: pageParam ?? undefined } } })),
  getNextPageParam: (page) => page.before,
  refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.items.some(isBusy)) ? LIVE_MS : false),
});

/** Looked at every second while its rows are worked on. */
export const importQuery = (id: number) =>
  queryOptions({
    queryKey: [...KEY, id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/imports/{import_id}", { signal, params: at(id) })),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? LIVE_MS : false),
  });

/** `operation` and how many it refused tell one state of the problems from another. */
export const problemsQuery = (id: number, operation: number, refused: number) =>
  infiniteQueryOptions({
    queryKey: [...KEY, id, "problems", operation, refused],
    initialPageParam: -1,
    queryFn: ({ signal, pageParam }) => {
      const params = { ...at(id), query: { after: pageParam } };
      return unwrap(api.GET("/api/v1/imports/{import_id}/problems", { signal, params }));
    },
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.position),
  });

export const problemsFile = (id: number): string => `/api/v1/imports/${id}/problems.csv`;
export const template = (kind: string, form: "csv" | "xlsx"): string =>
  `/api/v1/imports/kinds/${kind}/template?form=${form}`;

const at = (import_id: number) => ({ path: { import_id } });

function useAsked<Given, Answer>(run: (given: Given) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: run, onSettled: () => client.invalidateQueries({ queryKey: KEY }) });
}

export const useUpload = () =>
  useAsked(({ kind, file }: { kind: string; file: File }) =>
    sendFile<Import>(`/api/v1/imports?kind=${encodeURIComponent(kind)}`, file),
  );

/** Say what the columns are, and have all rows tried. */
export const useCheck = ({ id, version, columns: before }: Import) =>
  useAsked(async (columns: (string | null)[]) => {
    if (columns.some((column, n) => column !== before[n]?.column)) {
      const params = { ...at(id), header: { "If-Match": `"${version}"` } };
      await unwrap(api.PUT("/api/v1/imports/{import_id}/mapping", { params, body: { columns } }));
    }
    return asOneWish(["check", id, columns, version], (header) =>
      unwrap(api.POST("/api/v1/imports/{import_id}/check", { params: { ...at(id), header } })),
    );
  });

export const useStart = (id: number, after: number) =>
  useAsked((invite: boolean) =>
    asOneWish(["import", id, after, invite], (header) =>
      unwrap(api.POST("/api/v1/imports/{import_id}/start", { params: { ...at(id), header }, body: { invite } })),
    ),
  );

export const useCancel = () =>
  useAsked((operation_id: number) =>
    unwrap(api.POST("/api/v1/operations/{operation_id}/cancel", { params: { path: { operation_id } } })),
  );

/** Undoing is planned first, and started or stopped by who asked for it. */
export function useUndo() {
  const at = (operation_id: number) => ({ params: { path: { operation_id } } });
  return {
    plan: useAsked((id: number) => unwrap(api.POST("/api/v1/operations/{operation_id}/undo", at(id)))),
    start: useAsked((id: number) => unwrap(api.POST("/api/v1/operations/{operation_id}/start", at(id)))),
    stop: useAsked((id: number) => unwrap(api.POST("/api/v1/operations/{operation_id}/cancel", at(id)))),
  };
}
