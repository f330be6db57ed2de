import { type Uploads, useUploads } from "@/ui/files";
import { type Draft, useDraft, type WritingMode } from "./drafts";
import { type Ticket, useSend } from "./queries";
import type { Seen } from "./seen";
import { type Changed, changedOf } from "./use-act";

export interface Writing {
  draft: Draft;
  uploads: Uploads;
  /** What its author had not seen when it was refused. */
  changed: Changed | null;
  error: unknown;
  isEmpty: boolean;
  isSending: boolean;
  /** Sends it; `version` is what its author has seen by then. */
  submit: (version?: number) => Promise<void>;
}

/** Words and files of one way of writing, and how they are sent. Only what was sent is cleared. */
export function useWriting(ticket: Ticket, seen: Seen, mode: WritingMode): Writing {
  const draft = useDraft(ticket.number, mode);
  const uploads = useUploads();
  const { mutateAsync, isPending, error } = useSend(ticket.number);
  const isEmpty = draft.text.trim() === "" || uploads.isBusy;

  const submit = async (version = seen.version()) => {
    if (isEmpty || isPending) return;
    const { text } = draft;
    const files = uploads.ids;
    try {
      await mutateAsync({ command: { do: mode, body: { text: text.trim(), files } }, version });
    } catch {
      return; // `error` holds it
    }
    draft.sent(text);
    uploads.clear(files);
  };
  return { draft, uploads, changed: changedOf(error), error, isEmpty, isSending: isPending, submit };
}
