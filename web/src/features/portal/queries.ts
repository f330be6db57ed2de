import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, Problem, type Schemas, unwrap } from "@/lib/api";
import { asOneWish, type Key } from "@/lib/api/wish";
import { sessionQuery, setSession } from "@/lib/session";

export type PortalTicket = Schemas["PortalTicket"];

export const infoQuery = queryOptions({
  queryKey: ["portal", "info"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/portal/info", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Whether anything is mailed from here: where not, or while it is not known, no page speaks of a mail. */
export function useMails(): boolean {
  const { data } = useQuery(infoQuery);
  return data?.mails ?? false;
}

/** A customer who waits for an answer should not have to reload: read again now and then, and on return to the page. */
const WAITING = { refetchInterval: 20_000, refetchOnWindowFocus: true } as const;

export const ownTicketsQuery = queryOptions({
  queryKey: ["portal", "tickets"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/portal/tickets", { signal })),
  ...WAITING,
});

export const portalTicketQuery = (number: string) =>
  queryOptions({
    queryKey: ["portal", "tickets", number],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/portal/tickets/{number}", { params: { path: { number } }, signal })),
    ...WAITING,
  });

/** What a form shows for what is filled in so far, where that depends on it. The rules are the server's alone. */
export const formQuery = (typed: Schemas["TypedForm"], asks: boolean) =>
  queryOptions({
    queryKey: ["portal", "form", typed],
    queryFn: ({ signal }) => unwrap(api.POST("/api/v1/portal/forms/state", { body: typed, signal })),
    enabled: asks,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export function useSendForm() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["SendForm"]) =>
      asOneWish(["form", body], (headers) => unwrap(api.POST("/api/v1/portal/forms", { body, headers }))),
    onSuccess: () => client.invalidateQueries({ queryKey: ownTicketsQuery.queryKey }),
  });
}

export function useAskForLink() {
  return useMutation({
    mutationFn: (mail: string) => unwrap(api.POST("/api/v1/portal/sign-in-links", { body: { mail } })),
  });
}

/** Where a signed address leads: to a ticket, or, without a number, to the list of them; or it is a mere receipt. */
export interface Place {
  house: "portal" | "workbench" | "receipt";
  number: string | undefined;
}

export const receiptQuery = (token: string) =>
  queryOptions({
    queryKey: ["portal", "receipt", token],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/portal/receipts/{token}", { params: { path: { token } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

const IS_RECEIPT = "accounts.link_is_receipt";

/**
 * Follows a signed address. It becomes a session only where the one that is there does not do: it would take the place
 * of an agent's, or of a customer's who sees all of their tickets.
 */
export function useFollowLink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ token, number }: { token: string; number: string | undefined }): Promise<Place> => {
      const me = await client.ensureQueryData(sessionQuery);
      if (me?.kind === "staff") return { house: "workbench", number };
      if (me && number && (await mayRead(client, number))) return { house: "portal", number };

      try {
        setSession(client, await unwrap(api.POST("/api/v1/portal/session", { body: { token } })));
      } catch (error) {
        if (error instanceof Problem && error.code === IS_RECEIPT) return { house: "receipt", number: undefined };
        throw error;
      }
      if (number) return { house: "portal", number };
      const own = await client.fetchQuery(ownTicketsQuery);
      return { house: "portal", number: own.length === 1 ? own[0]?.number : undefined };
    },
  });
}

async function mayRead(client: QueryClient, number: string): Promise<boolean> {
  try {
    await client.fetchQuery(portalTicketQuery(number));
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** The server answered, and it is a no: asking again will not help. */
export function isRefusal(error: unknown): error is Problem {
  return error instanceof Problem && error.status >= 400 && error.status < 500;
}

const at = (number: string) => ({ path: { number } });

/**
 * What a customer can do to their ticket; each answers the ticket anew. Reopening one that was closed too long ago answers
 * another: a new ticket that follows it.
 */
const CALLS = {
  write: (number: string, body: Schemas["OwnWords"], headers: Key) =>
    api.POST("/api/v1/portal/tickets/{number}/messages", { params: at(number), body, headers }),
  confirm: (number: string) => api.POST("/api/v1/portal/tickets/{number}/confirm", { params: at(number) }),
  reopen: (number: string, body: Schemas["OwnWords"], headers: Key) =>
    api.POST("/api/v1/portal/tickets/{number}/reopen", { params: at(number), body, headers }),
  own: (number: string) => api.POST("/api/v1/portal/tickets/{number}/words", { params: at(number) }),
  rate: (number: string, body: Schemas["RateRequest"]) =>
    api.POST("/api/v1/portal/tickets/{number}/rating", { params: at(number), body }),
};

export function usePortalAct<K extends keyof typeof CALLS>(number: string, what: K) {
  const client = useQueryClient();
  type Body = Parameters<(typeof CALLS)[K]>[1];
  return useMutation({
    mutationFn: (body: Body) => {
      const call = CALLS[what] as (number: string, body: Body, headers: Key) => ReturnType<typeof CALLS.confirm>;
      return asOneWish([what, number, body], (headers) => unwrap(call(number, body, headers)));
    },
    onSuccess: (ticket) => {
      if (ticket.number === number) client.setQueryData(portalTicketQuery(number).queryKey, ticket);
      else void client.invalidateQueries({ queryKey: portalTicketQuery(number).queryKey });
      void client.invalidateQueries({ queryKey: ownTicketsQuery.queryKey, exact: true });
    },
  });
}
