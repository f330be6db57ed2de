/** Shutting a member out: what they hold, what a hand-over would do, and doing it. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Posted, type Schemas, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/api/wish";
import { PEOPLE, reread } from "../queries";

export type Holdings = Schemas["Holdings"];
export type Plan = Schemas["OperationDetail"];
export type Departure = Posted<"/api/v1/members/{person_id}/departure">;

export const holdingsQuery = (person_id: number) =>
  queryOptions({
    queryKey: [...PEOPLE, "holdings", person_id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/members/{person_id}/holdings", { signal, params: { path: { person_id } } })),
    staleTime: 0,
  });

/** What it would do to their open tickets; nothing is done. */
export function foresee(person_id: number, { silent, seats_to_person_id: _, ...to }: Departure): Promise<Plan> {
  const body = { kind: "members.hand_over", params: { person_id, ...to }, silent };
  return unwrap(api.POST("/api/v1/operations", { body }));
}

export function useShutOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, to }: { id: number; to: Departure }) =>
      asOneWish({ id, to }, (header) =>
        unwrap(
          api.POST("/api/v1/members/{person_id}/departure", { body: to, params: { path: { person_id: id }, header } }),
        ),
      ),
    onSettled: () => reread(client),
  });
}
