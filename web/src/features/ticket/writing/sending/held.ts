/** Replies that wait before they go out: sent, shown to their author alone, and taken back. */
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ticketQuery } from "@/features/ticket/queries";
import { api, Problem, type Schemas, seen, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/api/wish";
import { draftsQuery } from "../composer/keeping";

export type Held = Schemas["MessageDraftView"];

/** While one waits, the server is asked so often whether it still does. */
const LOOK_MS = 2_000;

const at = (number: string) => ({ path: { number } });
const heldIn = (all: Held[] | undefined) => all?.find(({ kind }) => kind === "sending");

/** How far this machine's clock is ahead of the server's, as of the last reply that was sent. */
let ahead = 0;

/** Seconds until it goes out. */
export function secondsLeft({ saved_at, due_at }: Held, now: number): number {
  const [sent, due] = [saved_at, due_at ?? saved_at].map((each) => Date.parse(each)) as [number, number];
  return Math.ceil(Math.min(Math.max(due + ahead - now, 0), due - sent) / 1000);
}

/** One's reply that waits, if any; and whether the server has answered by now. */
export function useHeld(number: string) {
  const { data } = useQuery({
    ...draftsQuery(number),
    refetchInterval: ({ state }) => (heldIn(state.data) ? LOOK_MS : false),
  });
  return { held: heldIn(data), draft: data?.find(({ kind }) => kind === "reply") };
}

interface Holding {
  body: Schemas["HoldReply"];
  version: number;
}

/** Sends a reply that can be taken back. The one before it goes out first. */
export function useHold(number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ body, version }: Holding) => {
      const before = heldIn(client.getQueryData(draftsQuery(number).queryKey));
      const known = before ? await sendNow(client, number) : undefined;
      return asOneWish(["hold", number, body], (key) =>
        unwrap(
          api.POST("/api/v1/tickets/{number}/sending", {
            params: at(number),
            body,
            headers: { ...seen(known ?? version), ...key },
          }),
        ),
      );
    },
    onSuccess: (held) => {
      ahead = Date.now() - Date.parse(held.saved_at);
      keepHeld(client, number, held);
    },
    onError: () => reread(client, number),
  });
}

/** Sends the one that waits; answers the version by then, nothing if it went out or was taken back meanwhile. */
async function sendNow(client: QueryClient, number: string): Promise<number | undefined> {
  try {
    const { version } = await unwrap(
      api.POST("/api/v1/tickets/{number}/sending/now", { params: at(number), headers: seen(undefined) }),
    );
    keepHeld(client, number, null);
    return version;
  } catch (error) {
    if (error instanceof Problem && error.code === "ticket.nothing_held") return undefined;
    throw error;
  } finally {
    void client.invalidateQueries({ queryKey: ticketQuery(number).queryKey });
  }
}

export function useSendNow(number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => sendNow(client, number),
    onSettled: () => reread(client, number),
  });
}

/** Its words and files are a draft again. */
export async function takeBack(client: QueryClient, number: string): Promise<void> {
  const draft = await unwrap(api.DELETE("/api/v1/tickets/{number}/sending", { params: at(number) }));
  client.setQueryData(draftsQuery(number).queryKey, (all) => [
    ...(all ?? []).filter(({ kind }) => kind !== "sending" && kind !== "reply"),
    draft,
  ]);
}

export function useTakeBack(number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => takeBack(client, number),
    onError: () => {
      reread(client, number);
      void client.invalidateQueries({ queryKey: ticketQuery(number).queryKey });
    },
  });
}

/** What waits may have gone out, or come back. */
export function reread(client: QueryClient, number: string): void {
  void client.invalidateQueries({ queryKey: draftsQuery(number).queryKey });
}

function keepHeld(client: QueryClient, number: string, held: Held | null): void {
  client.setQueryData(draftsQuery(number).queryKey, (all) => {
    const others = (all ?? []).filter(({ kind }) => kind !== "sending");
    return held ? [...others, held] : others;
  });
}
