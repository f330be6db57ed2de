/** Links of a ticket, and its children: what is asked of the server. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/api/wish";
import { resyncTickets, type Ticket, ticketQuery } from "../queries";

export type LinkKind = Schemas["LinkView"]["kind"];
export type TicketLink = Ticket["links"][number];
export type NewChild = Schemas["OpenChild"];
export type ChildrenRule = Schemas["SetChildrenRule"];

/** What people choose from; what else there is stands on the other side of one of these. */
export const CHOICES = [
  "relates",
  "duplicates",
  "blocks",
  "blocked_by",
  "incident_of",
  "problem_of",
  "follows",
  "child_of",
  "parent_of",
] as const satisfies readonly LinkKind[];

/** What is to be between two tickets: `kind` null takes the link away. */
export interface Relating {
  other: string;
  kind: LinkKind | null;
}

export function useRelate(number: string) {
  const again = useReread(number);
  return useMutation({
    mutationFn: ({ other, kind }: Relating) => {
      const params = { path: { number, other } };
      return kind
        ? unwrap(api.PUT("/api/v1/tickets/{number}/links/{other}", { params, body: { kind } }))
        : unwrap(api.DELETE("/api/v1/tickets/{number}/links/{other}", { params }));
    },
    onSettled: (_done, _error, { other }) => again(other),
  });
}

export function useOpenChild(number: string) {
  const again = useReread(number);
  return useMutation({
    mutationFn: (body: NewChild) =>
      asOneWish([number, "child", body], (headers) =>
        unwrap(api.POST("/api/v1/tickets/{number}/children", { params: { path: { number } }, body, headers })),
      ),
    onSettled: () => again(),
  });
}

export function useRuleChildren(number: string) {
  const again = useReread(number);
  return useMutation({
    mutationFn: (body: ChildrenRule) =>
      unwrap(api.PUT("/api/v1/tickets/{number}/children-rule", { params: { path: { number } }, body })),
    onSettled: () => again(),
  });
}

/** Tickets of its requester that may say the same: proposed where one is to be chosen. */
export const alikeQuery = (number: string) =>
  queryOptions({
    queryKey: ["alike", number],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/tickets/{number}/alike", { params: { path: { number } }, signal })),
    staleTime: 30_000,
  });

/** What it would do to merge a ticket into another. */
export const mergeQuery = (number: string, other: string | undefined) =>
  queryOptions({
    queryKey: ["merge", number, other],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/tickets/{number}/merge/{other}", {
          params: { path: { number, other: other ?? "" } },
          signal,
        }),
      ),
    enabled: other !== undefined,
    staleTime: 0,
  });

export interface Merging {
  loser: string;
  survivor: string;
  across: boolean;
}

export function useMerge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ loser, survivor, across }: Merging) =>
      asOneWish([loser, "merge", survivor, across], (headers) =>
        unwrap(
          api.POST("/api/v1/tickets/{number}/merge", {
            params: { path: { number: loser } },
            body: { into: survivor, across },
            headers,
          }),
        ),
      ),
    onSettled: () => resyncTickets(client),
  });
}

export function useUnmerge(number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      asOneWish([number, "unmerge"], (headers) =>
        unwrap(api.POST("/api/v1/tickets/{number}/unmerge", { params: { path: { number } }, headers })),
      ),
    onSettled: () => resyncTickets(client),
  });
}

export function useSplit(number: string) {
  const again = useReread(number);
  return useMutation({
    mutationFn: (body: Schemas["SplitTicket"]) =>
      asOneWish([number, "split", body], (headers) =>
        unwrap(api.POST("/api/v1/tickets/{number}/split", { params: { path: { number } }, body, headers })),
      ),
    onSettled: () => again(),
  });
}

function useReread(number: string) {
  const client = useQueryClient();
  return (other = number) =>
    Promise.all([number, other].map((each) => client.invalidateQueries({ queryKey: ticketQuery(each).queryKey })));
}
