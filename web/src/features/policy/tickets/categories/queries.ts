import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { POLICY, sectionQuery } from "@/features/policy/draft";
import { api, type Posted, unwrap } from "@/lib/api";

export type Merge = Posted<"/api/v1/policy/draft/merges">;

/** Drafts that another category takes the place of one, with all that names it. */
export function useMerge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Merge) => unwrap(api.POST("/api/v1/policy/draft/merges", { body })),
    onSuccess: (after) => client.setQueryData(sectionQuery("categories").queryKey, after),
    onSettled: () => client.invalidateQueries({ queryKey: POLICY }),
  });
}

/** How many tickets that are not closed have one of these categories; 1,000 means so many or more. */
export const meantQuery = (keys: readonly string[]) =>
  queryOptions({
    queryKey: [...POLICY, "meant", ...keys],
    queryFn: ({ signal }) => {
      const isOneOf = { field: "category", op: "is_any", value: keys };
      const isClosed = { field: "phase", op: "is", value: "closed" };
      const where = JSON.stringify({ all: [isOneOf, { not: isClosed }] });
      return unwrap(api.GET("/api/v1/tickets/count", { params: { query: { where } }, signal }));
    },
    retry: false,
  });
