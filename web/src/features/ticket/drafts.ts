/** What was written and not yet sent, for each ticket and way of writing; outlives the page. */
import { useEffect, useState } from "react";
import { keep, readKept } from "@/lib/kept";

export type WritingMode = "reply" | "note";

const keyOf = (number: string, mode: WritingMode) => `draft.${number}.${mode}`;

const SAVE_AFTER_MS = 300;

export function useDraft(number: string, mode: WritingMode): [string, (text: string) => void] {
  const key = keyOf(number, mode);
  const [draft, setDraft] = useState({ key, text: readKept(key, "") });
  const text = draft.key === key ? draft.text : readKept(key, "");

  useEffect(() => {
    const save = () => keep(draft.key, draft.text || undefined);
    const timer = setTimeout(save, SAVE_AFTER_MS);
    return () => {
      clearTimeout(timer);
      save();
    };
  }, [draft]);

  return [text, (next: string) => setDraft({ key, text: next })];
}

/** Whether the other way of writing holds something too, so that it is not forgotten. */
export function hasDraft(number: string, mode: WritingMode): boolean {
  return readKept(keyOf(number, mode), "") !== "";
}
