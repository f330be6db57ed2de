import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { draftQuery, POLICY } from "@/features/policy/draft";
import { api, type Schemas, unwrap } from "@/lib/api";
import type { Workflow } from "./model/flow";

export type Finding = Schemas["DraftFinding"];
export type Severity = Finding["severity"];

/** The roles of the workspace, for whoever is named by one. */
export const useRoles = () =>
  useQuery({ queryKey: ["roles"], queryFn: ({ signal }) => unwrap(api.GET("/api/v1/roles", { signal })) }).data ?? [];

export type Running = Schemas["RunningWorkflow"];

/** What runs on the workflows of the release in force. */
export const useRunning = () =>
  useQuery({
    queryKey: [...POLICY, "running"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/policy/workflows", { signal })),
  }).data;

/** How many tickets stand at each status, on whichever version they run. */
export function countsOf(running: Running | undefined): ReadonlyMap<string, number> | undefined {
  if (!running) return undefined;
  const counts = new Map<string, number>();
  for (const { status, tickets } of running.versions.flatMap(({ statuses }) => statuses))
    counts.set(status, (counts.get(status) ?? 0) + tickets);
  return counts;
}

export interface Migration {
  workflow: string;
  to: string;
  /** Status → status there, where it is not the one that corresponds. */
  statuses: Readonly<Record<string, string>>;
}

/** Has tickets taken to another version; gives the operation that does it. */
export function useMigrate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (params: Migration) => {
      const body = { kind: "tickets.migrate", params: { ...params } };
      const plan = await unwrap(api.POST("/api/v1/operations", { body }));
      const path = { operation_id: plan.id };
      return unwrap(api.POST("/api/v1/operations/{operation_id}/start", { params: { path } }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: POLICY }),
  });
}

/** What is wrong with one workflow as it is drafted. Without a draft nothing is checked. */
export function useFindings(flow: string): readonly Finding[] {
  const { data } = useQuery(draftQuery);
  return data?.findings.filter(({ section, entry }) => section === "workflows" && entry === flow) ?? [];
}

/** The workflow as the release in force has it; null: it has none of this key. Undefined: still on its way. */
export function usePublished(key: string): Workflow | null | undefined {
  const { data } = useQuery({
    queryKey: [...POLICY, "in-force"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/policy", { signal })),
  });
  if (!data) return undefined;
  const workflows = (data.bundle.workflows ?? []) as Workflow[];
  return workflows.find((one) => one.key === key) ?? null;
}
