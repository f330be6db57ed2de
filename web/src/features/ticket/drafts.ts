/** What was written and not yet sent, for each ticket and way of writing; outlives the page. */
import { useState } from "react";
import { keep, readKept } from "@/lib/kept";

export type WritingMode = "reply" | "note";

const keyOf = (number: string, mode: WritingMode) => `draft.${number}.${mode}`;

/** Kept with every change: a page may end at any moment. */
export function useDraft(number: string, mode: WritingMode): [string, (text: string) => void] {
  const key = keyOf(number, mode);
  const [draft, setDraft] = useState({ key, text: readKept(key, "") });
  const text = draft.key === key ? draft.text : readKept(key, "");

  const write = (next: string) => {
    setDraft({ key, text: next });
    keep(key, next || undefined);
  };
  return [text, write];
}

/** Whether the other way of writing holds something too, so that it is not forgotten. */
export function hasDraft(number: string, mode: WritingMode): boolean {
  return readKept(keyOf(number, mode), "") !== "";
}
