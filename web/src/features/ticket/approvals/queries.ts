/** Approvals of a ticket: what is asked of the server. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/api/wish";
import { type Ticket, ticketQuery } from "../queries";

export type Approval = NonNullable<Ticket["approval"]>;
export type ApprovalStep = Approval["steps"][number];

const CALLS = {
  ask: (number: string, body: Schemas["AskForApproval"], headers: Record<string, string>) =>
    api.POST("/api/v1/tickets/{number}/approval", { params: { path: { number } }, body, headers }),
  decide: (number: string, body: Schemas["ApprovalDecision"], headers: Record<string, string>) =>
    api.POST("/api/v1/tickets/{number}/approval/decision", { params: { path: { number } }, body, headers }),
  forward: (number: string, body: Schemas["ForwardApproval"], headers: Record<string, string>) =>
    api.POST("/api/v1/tickets/{number}/approval/forward", { params: { path: { number } }, body, headers }),
  add: (number: string, body: Schemas["AddApproverRequest"], headers: Record<string, string>) =>
    api.POST("/api/v1/tickets/{number}/approval/approvers", { params: { path: { number } }, body, headers }),
  return: (number: string, body: Schemas["SendBackRequest"], headers: Record<string, string>) =>
    api.POST("/api/v1/tickets/{number}/approval/return", { params: { path: { number } }, body, headers }),
  cancel: (number: string, body: Schemas["CancelApproval"], headers: Record<string, string>) =>
    api.POST("/api/v1/tickets/{number}/approval/cancel", { params: { path: { number } }, body, headers }),
};

type Calls = typeof CALLS;
export type ApprovalCommand = { [K in keyof Calls]: { do: K; body: Parameters<Calls[K]>[1] } }[keyof Calls];

/** Does something to a ticket's approval; what is sent twice while the ticket stays as it is happens once. */
export function useApproving(ticket: Ticket) {
  const client = useQueryClient();
  const { number, version } = ticket;
  return useMutation({
    mutationFn: (command: ApprovalCommand) => {
      const call = CALLS[command.do] as (
        number: string,
        body: unknown,
        headers: Record<string, string>,
      ) => ReturnType<Calls["decide"]>;
      return asOneWish([number, command, version], (headers) => unwrap(call(number, command.body, headers)));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ticketQuery(number).queryKey }),
  });
}

/** The approval that waits where the ticket stands, if any. */
export function waiting({ approval }: Ticket): Approval | null {
  return approval?.state === "waiting" && approval.is_here ? approval : null;
}

/** Who is to decide now. */
export function askedNow(approval: Approval): ApprovalStep["votes"] {
  const now = approval.steps.find(({ state }) => state === "current");
  return now?.votes.filter(({ verdict }) => verdict === null) ?? [];
}
