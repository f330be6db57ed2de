import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";

export type Board = Schemas["TeamBoard"];
export type MemberWork = Schemas["MemberWork"];
export type Waiting = Schemas["WaitingTicket"];
export type Escalated = Schemas["EscalatedTicket"];

/** Presence and loads change without an event that this page hears. */
const REREAD_MS = 15_000;

export const boardQuery = (team: string | undefined) =>
  queryOptions({
    queryKey: ["team", team],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/team", { params: { query: { team } }, signal })),
    refetchInterval: REREAD_MS,
  });

export function useAssign() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ number, assignee_id }: { number: string; assignee_id: number }) =>
      unwrap(api.POST("/api/v1/tickets/{number}/assignments", { params: { path: { number } }, body: { assignee_id } })),
    onSettled: () => client.invalidateQueries({ queryKey: ["team"] }),
  });
}
