import { keepPreviousData, type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Posted, type Schemas, seen, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/api/wish";

export type Ticket = Schemas["TicketDetail"];
export type Entry = Schemas["TimelineEntry"];
export type Message = Schemas["MessageView"];
export type Clock = Schemas["ClockView"];
export type Check = Schemas["CheckView"];

/** Whether the reader may do it now: `allowed` says true, or the code of the refusal that they would meet. */
export const may = (ticket: Ticket, action: string) => ticket.allowed[`ticket.${action}`] === true;

const TICKETS = ["tickets"] as const;

/** A ticket as it is, or as it was at an instant (spec 02, as it was). */
export const ticketQuery = (number: string, asOf?: string) =>
  queryOptions({
    queryKey: [...TICKETS, number, asOf ?? null],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/tickets/{number}", {
          params: { path: { number }, query: asOf ? { as_of: asOf } : {} },
          signal,
        }),
      ),
    placeholderData: asOf ? keepPreviousData : undefined,
  });

/** What resolving asks for, for what is filled in so far. The rules are the server's alone. */
export const resolvingQuery = (ticket: Ticket, fields: Record<string, unknown>) =>
  queryOptions({
    queryKey: ["resolving", ticket.number, ticket.version, fields],
    queryFn: ({ signal }) =>
      unwrap(api.POST("/api/v1/tickets/{number}/forms/state", { params: at(ticket.number), body: { fields }, signal })),
    enabled: Object.keys(fields).length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export type Readers = Schemas["TicketReaders"];

/** Who can see the ticket; asked anew each time, as rights change. */
export const readersQuery = (number: string) =>
  queryOptions({
    queryKey: ["readers", number],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/tickets/{number}/readers", { params: { path: { number } }, signal })),
    staleTime: 0,
  });

type Headers = Record<string, string>;

const at = (number: string) => ({ path: { number } });

/** All that can be done to a ticket; each answers what was decided. */
const CALLS = {
  reply: (number: string, body: Schemas["WriteReply"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/replies", { params: at(number), body, headers }),
  note: (number: string, body: Schemas["WriteMessage"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/notes", { params: at(number), body, headers }),
  set: (number: string, body: Schemas["SetFields"], headers: Headers) =>
    api.PATCH("/api/v1/tickets/{number}", { params: at(number), body, headers }),
  assign: (number: string, body: Schemas["AssignRequest"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/assignments", { params: at(number), body, headers }),
  tag: (number: string, body: Schemas["SetTags"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/tags", { params: at(number), body, headers }),
  watch: (number: string, body: Schemas["SetWatching"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/watching", { params: at(number), body, headers }),
  requester: (number: string, body: Schemas["SetRequesterRequest"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/requester", { params: at(number), body, headers }),
  move: (number: string, body: Schemas["Move"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/moves", { params: at(number), body, headers }),
  macro: (number: string, { key, ...body }: Schemas["RunMacro"] & { key: string }, headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/macros/{macro_key}/run", {
      params: { path: { number, macro_key: key } },
      body,
      headers,
    }),
  check: (number: string, body: Schemas["CheckItems"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/checks", { params: at(number), body, headers }),
  snooze: (number: string, body: Schemas["SnoozeRequest"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/snooze", { params: at(number), body, headers }),
  remind: (number: string, body: Schemas["RemindRequest"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/reminders", { params: at(number), body, headers }),
  drop_reminder: (number: string, { id }: { id: number }, headers: Headers) =>
    api.DELETE("/api/v1/tickets/{number}/reminders/{reminder_id}", {
      params: { path: { number, reminder_id: id } },
      headers,
    }),
  watch_time: (number: string, body: Schemas["WatchRequest"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/watch", { params: at(number), body, headers }),
  record_time: (number: string, body: Schemas["RecordTimeRequest"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/times", { params: at(number), body, headers }),
  correct_time: (number: string, { id, body }: { id: number; body: Schemas["RecordTimeRequest"] }, headers: Headers) =>
    api.PUT("/api/v1/tickets/{number}/times/{entry_id}", {
      params: { path: { number, entry_id: id } },
      body,
      headers,
    }),
  remove_time: (number: string, { id }: { id: number }, headers: Headers) =>
    api.DELETE("/api/v1/tickets/{number}/times/{entry_id}", { params: { path: { number, entry_id: id } }, headers }),
  ask_approval: (number: string, body: Schemas["AskForApproval"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/approval", { params: at(number), body, headers }),
  accept: (number: string, body: Schemas["AcceptRequest"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/accept", { params: at(number), body, headers }),
  resolve: (number: string, body: Schemas["Resolve"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/resolve", { params: at(number), body, headers }),
  reopen: (number: string, body: Posted<"/api/v1/tickets/{number}/reopen">, headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/reopen", { params: at(number), body, headers }),
  close: (number: string, body: Schemas["Close"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/close", { params: at(number), body, headers }),
  confirm: (number: string, _body: null, headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/confirm", { params: at(number), headers }),
  confirm_for: (number: string, body: Schemas["ConfirmForRequest"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/confirm-for", { params: at(number), body, headers }),
  follow_up: (number: string, body: Schemas["FinishFollowUpRequest"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/follow-up", { params: at(number), body, headers }),
  rate: (number: string, body: Schemas["RateRequest"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/rating", { params: at(number), body, headers }),
  trash: (number: string, body: Schemas["PutAwayRequest"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/trash", { params: at(number), body, headers }),
  spam: (number: string, body: Schemas["PutAwayRequest"], headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/spam", { params: at(number), body, headers }),
  claim: (number: string, _body: null, headers: Headers) =>
    api.POST("/api/v1/tickets/{number}/claim", { params: at(number), headers }),
};

type Calls = typeof CALLS;
export type Command = { [K in keyof Calls]: { do: K; body: Parameters<Calls[K]>[1] } }[keyof Calls];

export interface Sending {
  command: Command;
  /** Version that the person has seen; leave out to act whatever has happened since. */
  version?: number;
  /** How the ticket will look if it is accepted; taken back if it is refused. */
  guess?: Partial<Ticket>;
}

/** Words are the same wish whatever happened since; setting something is so only while the ticket stays as it is. */
function wishOf(number: string, command: Command, version: number | undefined): unknown {
  const isWords = command.do === "reply" || command.do === "note";
  return [number, command, isWords ? null : version];
}

export function useSend(number: string) {
  const client = useQueryClient();
  const { queryKey } = ticketQuery(number);
  return useMutation({
    mutationFn: ({ command, version }: Sending) => {
      const call = CALLS[command.do] as (number: string, body: unknown, headers: Headers) => ReturnType<Calls["move"]>;
      return asOneWish(wishOf(number, command, version), (key) =>
        unwrap(call(number, command.body, { ...seen(version), ...key })),
      );
    },
    onMutate: async ({ guess }) => {
      if (!guess) return undefined;
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (ticket) => (ticket ? { ...ticket, ...guess } : ticket));
      return before && (pick(before, Object.keys(guess) as (keyof Ticket)[]) as Partial<Ticket>);
    },
    // What the stream brought meanwhile stays: only the guess is taken back. A refusal does not wait for the ticket.
    onError: (_error, _sending, before) => {
      client.setQueryData(queryKey, (ticket) => (ticket && before ? { ...ticket, ...before } : ticket));
      void client.invalidateQueries({ queryKey });
    },
    onSuccess: (outcome) => {
      client.setQueryData(queryKey, (ticket) => (ticket ? { ...ticket, ...pick(outcome, DECIDED) } : ticket));
      return client.invalidateQueries({ queryKey });
    },
  });
}

/** Sends a reply's mail again, under the same id. */
export function useRepeat(number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      unwrap(api.POST("/api/v1/outbox/{delivery_id}/repeat", { params: { path: { delivery_id: id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ticketQuery(number).queryKey }),
  });
}

function pick<T extends object, K extends keyof T>(whole: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, whole[key]])) as Pick<T, K>;
}

/** What an outcome says of the ticket itself; the rest of it is read anew. */
const DECIDED = [
  "version",
  "title",
  "type",
  "category",
  "priority",
  "status",
  "phase",
  "team",
  "tags",
  "incomplete",
] as const;

const REFETCH_MS = 250;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** The stream told of a newer version: the open ticket is read again, once for events that come together. */
export function refreshTicket(client: QueryClient, number: string, version: number): void {
  const { queryKey } = ticketQuery(number);
  const known = client.getQueryData(queryKey);
  if (known && known.version < version) rereadTicket(client, number);
}

/** A ticket on the page shows others beside it: it is read again when the stream tells one of them otherwise. */
export function refreshLinking(client: QueryClient, { number, row, gone }: LinkedChange): void {
  for (const query of client.getQueryCache().findAll({ queryKey: TICKETS, type: "active" })) {
    const ticket = query.state.data as Partial<Ticket> | undefined;
    const link = ticket?.links?.find((each) => each.number === number);
    const isAsShown = row && !gone && link && row.status === link.status && row.title === link.title;
    if (link && !isAsShown && ticket?.number) rereadTicket(client, ticket.number);
  }
}

interface LinkedChange {
  number: string;
  row: Pick<Schemas["TicketRow"], "status" | "title"> | null;
  gone: boolean;
}

/** Something of it that is no event of its log: what became of its mails. */
export function rereadTicket(client: QueryClient, number: string): void {
  const { queryKey } = ticketQuery(number);
  if (!client.getQueryData(queryKey) || waiting.has(number)) return;
  const timer = setTimeout(() => {
    waiting.delete(number);
    void client.invalidateQueries({ queryKey });
  }, REFETCH_MS);
  waiting.set(number, timer);
}

export function resyncTickets(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: TICKETS });
}
