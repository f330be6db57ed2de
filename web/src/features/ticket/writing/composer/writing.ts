import { useRef, useState } from "react";
import { type Changed, changedOf } from "@/features/ticket/acting/actions/use-act";
import { type Command, type Entry, type Ticket, useSend } from "@/features/ticket/queries";
import { knownUpTo, type Seen, unseenIn } from "@/features/ticket/reading/conversation/seen";
import { useMe } from "@/lib/session";
import { FILES_AT_MOST, type Uploads, useUploads } from "@/ui/content/files";
import { formOf, longest, partsOf, type Said } from "../rich/said";
import { useHold } from "../sending/held";
import type { Draft, WritingMode } from "./drafts";
import { type Keeping, useKeeping } from "./keeping";

/** Signs of one message, as the server takes it. */
export const LONGEST = 100_000;

export interface Writing {
  draft: Draft;
  uploads: Uploads;
  keeping: Keeping;
  /** Public messages that came while it was written, and that its author has not said to have seen. */
  unseen: Entry[];
  /** Its author has seen them. */
  acknowledge: () => void;
  /** What its author had not seen when it was refused. */
  changed: Changed | null;
  error: unknown;
  /** Nothing is written. */
  isBlank: boolean;
  /** There is nothing that could be sent now. */
  isEmpty: boolean;
  /** So much of it is more than one message takes: two texts came together, as one was taken back. */
  excess: { signs: number; files: number };
  isSending: boolean;
  /** It can be taken back for a while. */
  waits: boolean;
  /** Why the last try to send it did nothing, for as long as that is so. */
  hindrance: Hindrance | null;
  /** Sends it, and says whether it went; where not, `error` or `hindrance` says why. */
  submit: (how?: How) => Promise<boolean>;
}

export type Hindrance = "blank" | "uploading" | "not_uploaded" | "too_much";

interface How {
  /** What its author has seen by then. */
  version?: number;
  /** The status to set, and what is filled in with it. */
  to?: string;
  fields?: Record<string, unknown>;
}

/** Words and files of one way of writing, and how they are sent. Only what was sent is cleared. */
export function useWriting(ticket: Ticket, seen: Seen, draft: Draft, mode: WritingMode): Writing {
  const { person_id: me, undo_send_s: wait } = useMe();
  const uploads = useUploads();
  const keeping = useKeeping(ticket.number, mode, draft, uploads);
  const going = useRef<{ wish: string; end: Promise<boolean> } | null>(null);
  const [isTried, setIsTried] = useState(false);
  const attempt = useRef<{ said: string; draft: number | undefined } | null>(null);
  const [send, hold] = [useSend(ticket.number), useHold(ticket.number)];
  const waits = mode === "reply" && wait > 0;
  const { isPending, error } = waits ? hold : send;
  const isBlank = draft.text.trim() === "" && uploads.all.length === 0;
  const excess = {
    signs: Math.max(0, longest(draft) - LONGEST),
    files: Math.max(0, partsOf(uploads, draft.html).length - FILES_AT_MOST),
  };
  const isTooMuch = excess.signs + excess.files > 0;
  const hindrance = hindranceOf(draft.text, uploads, isTooMuch);
  const unseen = mode === "note" || isBlank ? [] : unseenIn(ticket.timeline, seen.version, me);
  const changed = changedOf(error);

  const go = async ({ version = knownUpTo(ticket.timeline, seen.version, me), ...set }: How) => {
    const wrote: Said = { text: draft.text, html: draft.html };
    const files = partsOf(uploads, draft.html);
    // Sent again after a lost answer it is the same wish, with the same draft.
    const said = JSON.stringify([wrote, files, set]);
    const held = await keeping.pause();
    const draftOf = attempt.current?.said === said ? attempt.current.draft : held;
    attempt.current = { said, draft: draftOf };
    const words = { text: wrote.text.trim(), files, draft: draftOf, ...formOf(wrote.html) };
    const command: Command = mode === "reply" ? { do: mode, body: { ...words, ...set } } : { do: mode, body: words };
    try {
      if (waits) await hold.mutateAsync({ body: { ...words, ...set, wait_s: wait }, version });
      else {
        const outcome = await send.mutateAsync({ command, version });
        if (mode === "reply") seen.mark(outcome.version);
      }
    } catch {
      keeping.resume(false);
      return false; // `error` holds it
    }
    attempt.current = null;
    draft.sent(wrote);
    uploads.clear(files);
    keeping.resume(true);
    return true;
  };

  const submit: Writing["submit"] = async (how = {}) => {
    const wish = JSON.stringify([draft.text, draft.html, uploads.ids, how]);
    if (going.current?.wish === wish) return going.current.end;
    if (going.current) {
      await going.current.end;
      await drawn();
      return latest.current(how);
    }
    setIsTried(hindrance !== null);
    if (hindrance) return false;
    going.current = { wish, end: go(how) };
    return going.current.end.finally(() => {
      going.current = null;
    });
  };
  const latest = useRef(submit);
  latest.current = submit;
  return {
    draft,
    uploads,
    keeping,
    unseen,
    acknowledge: () => seen.mark(ticket.version),
    changed,
    error,
    isBlank,
    isEmpty: hindrance !== null,
    hindrance: isTried ? hindrance : null,
    excess,
    isSending: isPending,
    waits,
    submit,
  };
}

function hindranceOf(text: string, { all, isBusy }: Uploads, isTooMuch: boolean): Hindrance | null {
  if (all.some(({ state }) => state === "failed")) return "not_uploaded";
  if (isBusy) return "uploading";
  if (isTooMuch) return "too_much";
  return text.trim() === "" ? "blank" : null;
}

/** What was sent has been taken out of the words by then. */
const drawn = () => new Promise((resolve) => setTimeout(resolve));
