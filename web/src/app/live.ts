/** Hands what the stream says to those whom it concerns. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { addNotice, hearRead, resyncNotices } from "@/features/notices/queries";
import { POLICY } from "@/features/policy/draft";
import { applyCounts, applyToLists, mark, resyncLists } from "@/features/queue/live";
import { heardHello, heardList } from "@/features/queue/watching";
import { presence } from "@/features/ticket/presence";
import { refreshLinking, refreshTicket, rereadTicket, resyncTickets, ticketQuery } from "@/features/ticket/queries";
import { tellTouched } from "@/features/ticket/reading/timeline/touched";
import { directoryQuery } from "@/lib/directory";
import { listen, liveness } from "@/lib/realtime";
import type { StreamEvent, TicketEvent } from "@/lib/realtime/events";
import { type Me, sessionQuery } from "@/lib/session";

export function useLive(me: Me): void {
  const client = useQueryClient();
  const { person_id } = me;
  useEffect(() => checkSession(client), [client]);
  useEffect(() => listen(person_id, (event) => hand(client, event)), [client, person_id]);
}

/** A stream that is lost may have been refused, which it does not tell: the session knows. */
function checkSession(client: QueryClient): () => void {
  return liveness.watch(() => {
    if (liveness.get() === "lost") client.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined);
  });
}

/** The person sees it happen, or did it themselves: their own change has told its version already. */
function isKnown(client: QueryClient, { number, version }: TicketEvent): boolean {
  const shown = client.getQueryCache().find({ queryKey: ticketQuery(number).queryKey });
  return Boolean(shown?.isActive()) || (client.getQueryData(ticketQuery(number).queryKey)?.version ?? 0) >= version;
}

export function hand(client: QueryClient, event: StreamEvent): void {
  switch (event.type) {
    case "ticket": {
      applyToLists(client, event);
      if (!isKnown(client, event)) mark(event.number, event.version);
      refreshTicket(client, event.number, event.version);
      refreshLinking(client, event);
      tellTouched(event.number, event.messages);
      return;
    }
    case "hello":
      heardHello(event.client);
      return;
    case "list":
      heardList(event);
      return;
    case "views":
      applyCounts(client, event);
      return;
    case "notice":
      addNotice(client, event);
      return;
    case "notices_read":
      hearRead(client, event.number);
      return;
    case "delivery":
      rereadTicket(client, event.number);
      tellTouched(event.number, event.messages);
      return;
    case "policy":
      void client.invalidateQueries({ queryKey: POLICY });
      if (event.is_published) void client.invalidateQueries({ queryKey: directoryQuery.queryKey });
      return;
    case "presence":
      presence.set((all) => ({ ...all, [event.number]: event.people }));
      return;
    case "resync":
      resyncLists(client);
      resyncTickets(client);
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey }); // who was away may be offline by now
      resyncNotices(client);
      void client.invalidateQueries({ queryKey: POLICY });
      void client.invalidateQueries({ queryKey: directoryQuery.queryKey });
  }
}
