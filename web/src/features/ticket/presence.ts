/** Who else has the ticket open, and telling the others that this person has. */
import { useCallback, useEffect, useRef } from "react";
import { api } from "@/lib/api";
import type { Present } from "@/lib/realtime/events";
import { useMe } from "@/lib/session";
import { createStore, useStore } from "@/lib/store";

/** Null: the page was left. */
type Mode = "viewing" | "replying" | null;

/** People by ticket number; filled by the stream. */
export const presence = createStore<Readonly<Record<string, readonly Present[]>>>({});

const NOBODY: readonly Present[] = [];

export function useOthers(number: string): readonly Present[] {
  const me = useMe();
  const people = useStore(presence, (all) => all[number] ?? NOBODY);
  return people.filter((person) => person.id !== me.person_id);
}

/** The server forgets who has not spoken for 30 seconds. */
const BEAT_MS = 15_000;
/** Whose last key is longer ago only looks. */
const REST_MS = 30_000;

/** Reports presence while the ticket is open; call the returned function with every key that the person writes. */
export function useReportPresence(number: string): (isReplying: boolean) => void {
  const mode = useRef<Mode>("viewing");
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = useCallback(
    (next: Mode) => {
      mode.current = next;
      // Presence is a courtesy: when it cannot be told, nothing else fails.
      const told = api.PUT("/api/v1/tickets/{number}/presence", {
        params: { path: { number } },
        body: { mode: next },
        keepalive: true,
      });
      told.catch(() => undefined);
    },
    [number],
  );
  useEffect(() => {
    say("viewing");
    const beat = setInterval(() => say(mode.current), BEAT_MS);
    return () => {
      clearInterval(beat);
      clearTimeout(rest.current);
      say(null);
    };
  }, [say]);
  return useCallback(
    (isReplying: boolean) => {
      const next = isReplying ? "replying" : "viewing";
      if (next !== mode.current) say(next);
      clearTimeout(rest.current);
      if (isReplying) rest.current = setTimeout(() => say("viewing"), REST_MS);
    },
    [say],
  );
}
