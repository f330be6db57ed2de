import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";

export type Leave = Schemas["LeaveDetail"];

/** As many past ones as the server tells at once. */
const PAGE = 50;

/** Those of one person that are not over, the next first. */
export const leavesQuery = (person_id: number) =>
  queryOptions({
    queryKey: ["leaves", person_id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/members/{person_id}/leaves", { signal, params: { path: { person_id } } })),
  });

/** Those that are over, the last first; a page begins where the one before ended. */
export const pastLeavesQuery = (person_id: number) =>
  infiniteQueryOptions({
    queryKey: ["leaves", person_id, "past"],
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        api.GET("/api/v1/members/{person_id}/leaves/past", {
          signal,
          params: { path: { person_id }, query: { before: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.until_at),
  });

export function useSetLeave(person_id: number) {
  const onSettled = useReread();
  return useMutation({
    mutationFn: (body: Schemas["SetLeave"]) =>
      unwrap(api.POST("/api/v1/members/{person_id}/leaves", { params: { path: { person_id } }, body })),
    onSettled,
  });
}

export function useCancelLeave(person_id: number) {
  const onSettled = useReread();
  return useMutation({
    mutationFn: (leave_id: number) =>
      unwrap(
        api.DELETE("/api/v1/members/{person_id}/leaves/{leave_id}", { params: { path: { person_id, leave_id } } }),
      ),
    onSettled,
  });
}

function useReread() {
  const client = useQueryClient();
  return () =>
    Promise.all([client.invalidateQueries({ queryKey: ["leaves"] }), client.invalidateQueries({ queryKey: ["team"] })]);
}
