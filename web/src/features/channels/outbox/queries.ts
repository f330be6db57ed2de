import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";

export type Delivery = Schemas["OutboxItem"];
export type DeliveryState = Delivery["state"];
export type DeliveryKind = "reply" | "notice";

const PAGE = 50;

export const outboxQuery = (states: readonly DeliveryState[], kind: DeliveryKind | undefined) =>
  infiniteQueryOptions({
    queryKey: ["outbox", states, kind],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { states: [...states], kind, before: pageParam, limit: PAGE };
      return unwrap(api.GET("/api/v1/outbox", { signal, params: { query } }));
    },
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
  });

export const deliveryQuery = (id: number) =>
  queryOptions({
    queryKey: ["outbox", "one", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/outbox/{delivery_id}", { signal, params: { path: { delivery_id: id } } })),
  });

export function useRepeat() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      unwrap(api.POST("/api/v1/outbox/{delivery_id}/repeat", { params: { path: { delivery_id: id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ["outbox"] }),
  });
}
