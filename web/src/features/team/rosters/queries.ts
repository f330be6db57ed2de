import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, seen, unwrap } from "@/lib/api";
import { directoryQuery } from "@/lib/directory";

export type Roster = Schemas["RosterDetail"];
export type Watch = Schemas["DutyWatch"];
export type Plan = Schemas["PlanDuty"];

const ROSTERS = ["rosters"] as const;
/** Who is on duty changes by the clock alone. */
const REREAD_MS = 60_000;

export const rostersQuery = queryOptions({
  queryKey: [...ROSTERS, "all"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/rosters", { signal })),
  refetchInterval: REREAD_MS,
});

export const dutyQuery = (key: string, days: number) =>
  queryOptions({
    queryKey: [...ROSTERS, "duty", key, days],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/rosters/{key}/duty", { signal, params: { path: { key }, query: { days } } })),
    refetchInterval: REREAD_MS,
  });

/** By the plan of each time. */
export const pastDutyQuery = (key: string, days: number) =>
  queryOptions({
    queryKey: [...ROSTERS, "past", key, days],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/rosters/{key}/duty/past", { signal, params: { path: { key }, query: { days } } })),
  });

export function useRemoveRoster() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, version }: Roster) =>
      unwrap(api.DELETE("/api/v1/rosters/{key}", { params: { path: { key }, header: seen(version) } })),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ROSTERS }),
        client.invalidateQueries({ queryKey: directoryQuery.queryKey }),
      ]),
  });
}

export function usePlanDuty() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, version, plan }: { key: string; version: number; plan: Plan }) =>
      unwrap(api.PUT("/api/v1/rosters/{key}/shifts", { body: plan, params: { path: { key }, header: seen(version) } })),
    onSettled: () => client.invalidateQueries({ queryKey: ROSTERS }),
  });
}
