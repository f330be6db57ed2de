import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, rememberCsrf, type Schemas, unwrap, wish } from "@/lib/api";
import { sessionQuery } from "@/lib/session";

export type PortalTicket = Schemas["PortalTicket"];
export type FormField = Schemas["FormField"];

export const infoQuery = queryOptions({
  queryKey: ["portal", "info"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/portal/info", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export const ownTicketsQuery = queryOptions({
  queryKey: ["portal", "tickets"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/portal/tickets", { signal })),
});

/** A customer who waits for an answer should not have to reload: read again now and then, and on return to the page. */
export const portalTicketQuery = (number: string) =>
  queryOptions({
    queryKey: ["portal", "tickets", number],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/portal/tickets/{number}", { params: { path: { number } }, signal })),
    refetchInterval: 20_000,
    refetchOnWindowFocus: true,
  });

export function useSendForm() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: Schemas["SendForm"]; key: ReturnType<typeof wish> }) =>
      unwrap(api.POST("/api/v1/portal/forms", { body, headers: key })),
    onSuccess: () => client.invalidateQueries({ queryKey: ownTicketsQuery.queryKey }),
  });
}

export function useAskForLink() {
  return useMutation({
    mutationFn: (mail: string) => unwrap(api.POST("/api/v1/portal/sign-in-links", { body: { mail } })),
  });
}

export function useRedeemLink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: string) => unwrap(api.POST("/api/v1/portal/session", { body: { token } })),
    onSuccess: (me) => {
      rememberCsrf(me.csrf);
      client.setQueryData(sessionQuery.queryKey, me);
    },
  });
}

const at = (number: string) => ({ path: { number } });

/** What a customer can do to his ticket; each answers the ticket anew. */
const CALLS = {
  write: (number: string, body: Schemas["Words"]) =>
    api.POST("/api/v1/portal/tickets/{number}/messages", { params: at(number), body, headers: wish() }),
  confirm: (number: string) => api.POST("/api/v1/portal/tickets/{number}/confirm", { params: at(number) }),
  reopen: (number: string, body: Schemas["Words"]) =>
    api.POST("/api/v1/portal/tickets/{number}/reopen", { params: at(number), body, headers: wish() }),
  rate: (number: string, body: Schemas["Rate"]) =>
    api.POST("/api/v1/portal/tickets/{number}/rating", { params: at(number), body }),
};

export function usePortalAct<K extends keyof typeof CALLS>(number: string, what: K) {
  const client = useQueryClient();
  type Body = Parameters<(typeof CALLS)[K]>[1];
  return useMutation({
    mutationFn: (body: Body) => {
      const call = CALLS[what] as (number: string, body: Body) => ReturnType<typeof CALLS.confirm>;
      return unwrap(call(number, body));
    },
    onSuccess: (ticket) => {
      client.setQueryData(portalTicketQuery(number).queryKey, ticket);
      void client.invalidateQueries({ queryKey: ownTicketsQuery.queryKey, exact: true });
    },
  });
}
