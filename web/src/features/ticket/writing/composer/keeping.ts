/** Brings a draft to the server while it is written, and takes over what another window of its author wrote. */
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api, Problem, type Schemas, seen, UNREACHABLE, unwrap } from "@/lib/api";
import type { Uploads } from "@/ui/content/files";
import { isKept, partsOf } from "../rich/said";
import { type Draft, type Known, merged, NOTHING, type WritingMode } from "./drafts";

type Saved = Schemas["MessageDraftView"];

const PAUSE_MS = 1_000;
const AGAIN_MS = 10_000;
/** Sending waits so long for a draft that is on its way. */
const WAIT_MS = 2_000;
/** A page that ends gives its last requests no more room. */
const LASTING_BYTES = 60_000;

export const draftsQuery = (number: string) =>
  queryOptions({
    queryKey: ["tickets", number, "drafts"],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/tickets/{number}/drafts", { params: { path: { number } }, signal })),
    staleTime: 0,
    refetchOnWindowFocus: "always",
    retry: false,
  });

export interface Keeping {
  /** When the server got it as it stands; null: it has it not, or there is nothing. */
  savedAt: string | null;
  /** The line is down: this browser alone has it. */
  isHere: boolean;
  /** Waits for what is on its way; nothing more is saved until `resume`. Answers the version that is sent. */
  pause: () => Promise<number | undefined>;
  /** `isSent`: the server's draft went with it. */
  resume: (isSent: boolean) => void;
}

export function useKeeping(number: string, mode: WritingMode, draft: Draft, uploads: Uploads): Keeping {
  const client = useQueryClient();
  const { queryKey } = draftsQuery(number);
  const { data } = useQuery(draftsQuery(number));
  const [isHere, setIsHere] = useState(false);
  const held = data && (data.find((each) => each.kind === mode) ?? null);
  const ids = partsOf(uploads, draft.html);
  const files = ids.join(" ");
  const now = useRef({ draft, files: ids, held });
  now.current = { draft, files: ids, held };
  const way = useRef<Promise<unknown> | null>(null);
  const timer = useRef(0);
  const isPaused = useRef(false);

  const hold = (saved: Saved | null) => {
    now.current.held = saved;
    // What is still being read is older: it would take the words away again.
    void client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, (all) => {
      const others = (all ?? []).filter((each) => each.kind !== mode);
      return saved ? [...others, saved] : others;
    });
    void client.invalidateQueries({ queryKey: ["drafts"] });
  };
  const isDirty = () => {
    const { draft, files, held } = now.current;
    const heldFiles = held?.files.map(({ id }) => id) ?? [];
    if (held === undefined) return false;
    return !isKept(saidIn(held), draft.latest()) || files.join(" ") !== heldFiles.join(" ");
  };
  const plan = (ms: number) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(save, ms);
  };
  const save = () => {
    clearTimeout(timer.current);
    if (way.current || isPaused.current || !isDirty()) return;
    way.current = put().finally(() => {
      way.current = null;
    });
  };
  const put = async () => {
    const { draft, files } = now.current;
    const { text, html } = draft.latest();
    const params = { path: { number, kind: mode }, header: seen(now.current.held?.version ?? 0) };
    const how = { params, keepalive: (text + (html ?? "")).length * 3 < LASTING_BYTES };
    const path = "/api/v1/tickets/{number}/drafts/{kind}" as const;
    try {
      const isBlank = text === "" && files.length === 0;
      const saved = isBlank ? null : await unwrap(api.PUT(path, { ...how, body: { text, html, files } }));
      if (isBlank) await unwrap(api.DELETE(path, how));
      draft.learn(saidIn(saved));
      hold(saved);
      setIsHere(false);
      if (isDirty()) plan(PAUSE_MS);
    } catch (error) {
      const code = error instanceof Problem ? error.code : "";
      setIsHere(code === UNREACHABLE);
      if (code === UNREACHABLE) plan(AGAIN_MS);
      if (code === "ticket.draft_changed") void client.invalidateQueries({ queryKey });
    }
  };

  // Another window wrote or sent it, or this page has just been opened.
  const version = held === undefined ? undefined : (held?.version ?? 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version is taken over once
  useEffect(() => {
    if (version === undefined) return;
    const theirs = saidIn(held ?? null);
    if (version !== draft.known.version) {
      const both = merged(draft.latest(), draft.known, theirs);
      draft.write(both.text, both.html);
      draft.learn(theirs);
    }
    if (held) uploads.restore(held.files, draft.latest().html ?? "");
    if (isDirty()) plan(PAUSE_MS);
  }, [version]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written is what counts
  useEffect(() => {
    if (isDirty()) plan(PAUSE_MS);
  }, [draft.text, draft.html, files]);

  const last = useRef(save);
  last.current = save;
  useEffect(() => {
    const flush = () => last.current();
    const onHidden = () => document.visibilityState === "hidden" && flush();
    document.addEventListener("visibilitychange", onHidden);
    window.addEventListener("pagehide", flush);
    window.addEventListener("online", flush);
    return () => {
      document.removeEventListener("visibilitychange", onHidden);
      window.removeEventListener("pagehide", flush);
      window.removeEventListener("online", flush);
      flush();
    };
  }, []);

  return {
    savedAt: held && isKept(saidIn(held), draft) ? held.saved_at : null,
    isHere,
    pause: async () => {
      clearTimeout(timer.current);
      isPaused.current = true;
      await Promise.race([way.current, new Promise((resolve) => setTimeout(resolve, way.current ? WAIT_MS : 0))]);
      return now.current.held?.version;
    },
    resume: (isSent) => {
      isPaused.current = false;
      if (isSent) {
        now.current.draft.learn(NOTHING);
        hold(null);
      }
      if (isDirty()) plan(PAUSE_MS);
    },
  };
}

/** What the server holds. */
const saidIn = (held: Saved | null): Known =>
  held ? { version: held.version, text: held.text, html: held.html ?? null } : NOTHING;
