import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/api/wish";

export function useOpenTicket() {
  return useMutation({
    mutationFn: (body: Schemas["OpenTicket"]) =>
      asOneWish(["open", body], (headers) => unwrap(api.POST("/api/v1/tickets", { body, headers }))),
  });
}

/** What the form shows for what is filled in so far. The rules are the server's alone. */
export const formQuery = (typed: Schemas["TypedTicket"]) =>
  queryOptions({
    queryKey: ["form", typed],
    queryFn: ({ signal }) => unwrap(api.POST("/api/v1/forms/state", { body: typed, signal })),
    enabled: Boolean(typed.type || typed.category),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** Open tickets of the same requester that may say the same. */
export const alikeQuery = (typed: {
  title: string;
  requester_id: number | undefined;
  mail: string | undefined;
  phone: string | undefined;
}) =>
  queryOptions({
    queryKey: ["alike", typed],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/tickets/alike", { params: { query: typed }, signal })),
    enabled: typed.title !== "" && Boolean(typed.requester_id || typed.mail || typed.phone),
    staleTime: 30_000,
  });
