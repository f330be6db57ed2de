/** Who is signed in. Read by every part of the application, hence here and not in a feature. */
import { type QueryClient, queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { api, keepDoor, Problem, rememberCsrf, type Schemas, unwrap } from "./api";

export type Me = Schemas["Me"];
export type PresenceState = Me["presence"];

/** Null: nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      const me = (await unwrap(api.GET("/api/v1/session", { signal }))) ?? null;
      if (me) rememberCsrf(me.csrf);
      return me;
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

/** Somebody came in, or left (null): everything that was read for another person is forgotten. */
export function setSession(client: QueryClient, me: Me | null): void {
  const own = sessionQuery.queryKey[0];
  rememberCsrf(me?.csrf ?? "");
  client.setQueryData(sessionQuery.queryKey, me);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== own });
}

/**
 * Watches over the session of all calls: `onEnded` is told when the server knows the person no more (once, and never of
 * a guest). A call that is refused finds it out, and so does any reading of the session itself.
 */
export function guardSession(client: QueryClient, onEnded: () => void): void {
  const { queryKey } = sessionQuery;
  const known = () => client.getQueryData(queryKey) ?? null;
  const leave = () => {
    setSession(client, null);
    onEnded();
  };
  let before = known();
  client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.query.queryKey[0] !== queryKey[0]) return;
    const [last, me] = [before, known()];
    before = me;
    const isRead = event.action.type === "success" && !event.action.manual;
    if (isRead && last && !me) leave();
  });
  keepDoor({
    ended: () => known() && leave(),
    renew: async () => {
      const last = known();
      const me = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      const isSame = me !== null && me.person_id === last?.person_id;
      if (me && !isSame) setSession(client, me);
      return isSame;
    },
  });
}

/**
 * The person who is signed in; only beneath routes that require one. When they leave, what still stands of the page knows
 * them until it goes too: its parts do not hear of it at once.
 */
export function useMe(): Me {
  const { data } = useSuspenseQuery(sessionQuery);
  const last = useRef(data);
  if (data) last.current = data;
  if (!last.current) throw new Error("useMe needs a signed-in person");
  return last.current;
}

/** The zone in which this reader wants times: their own, else their browser's. */
export function useZone(): string {
  const { data } = useQuery({ ...sessionQuery, enabled: false });
  return data?.zone || Intl.DateTimeFormat().resolvedOptions().timeZone;
}
