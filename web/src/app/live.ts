/** Hands what the stream says to those whom it concerns. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { addNotice, noticesQuery } from "@/features/notices/queries";
import { applyCounts, applyToLists, resyncLists } from "@/features/queue/live";
import { presence } from "@/features/ticket/presence";
import { refreshTicket, rereadTicket, resyncTickets } from "@/features/ticket/queries";
import { directoryQuery, namesOf } from "@/lib/directory";
import { listen, liveness } from "@/lib/realtime";
import type { StreamEvent } from "@/lib/realtime/events";
import { type Me, sessionQuery } from "@/lib/session";

export function useLive(me: Me): void {
  const client = useQueryClient();
  const { person_id } = me;
  useEffect(() => checkSession(client), [client]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person means another stream, another presence not
  useEffect(() => listen(person_id, (event) => hand(client, event, me)), [client, person_id]);
}

/** A stream that is lost may have been refused, which it does not tell: the session knows. */
function checkSession(client: QueryClient): () => void {
  return liveness.watch(() => {
    if (liveness.get() === "lost") client.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined);
  });
}

export function hand(client: QueryClient, event: StreamEvent, me: Me): void {
  switch (event.type) {
    case "ticket": {
      const directory = client.getQueryData(directoryQuery.queryKey);
      const names = directory && namesOf(directory);
      applyToLists(client, event, { me, rank: (key) => names?.priority(key).rank ?? 0 });
      refreshTicket(client, event.number, event.version);
      return;
    }
    case "views":
      applyCounts(client, event);
      return;
    case "notice":
      addNotice(client, event);
      return;
    case "delivery":
      rereadTicket(client, event.number);
      return;
    case "presence":
      presence.set((all) => ({ ...all, [event.number]: event.people }));
      return;
    case "resync":
      resyncLists(client);
      resyncTickets(client);
      void client.invalidateQueries({ queryKey: noticesQuery.queryKey });
      void client.invalidateQueries({ queryKey: directoryQuery.queryKey });
  }
}
