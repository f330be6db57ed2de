/** What was written and not yet sent, for each person, ticket and way of writing; outlives the page. */
import { useRef, useState } from "react";
import { keep, readKept } from "@/lib/kept";
import { useMe } from "@/lib/session";

export type WritingMode = "reply" | "note";

const keyOf = (person: number, number: string, mode: WritingMode) => `draft.${person}.${number}.${mode}`;

export interface Draft {
  text: string;
  /** Kept with every change: a page may end at any moment. */
  write: (text: string) => void;
  /** These words were sent; what was written after them meanwhile stays. */
  sent: (words: string) => void;
}

export function useDraft(number: string, mode: WritingMode): Draft {
  const key = keyOf(useMe().person_id, number, mode);
  const [text, setText] = useState(() => readKept(key, ""));
  const latest = useRef(text);

  const write = (next: string) => {
    latest.current = next;
    setText(next);
    keep(key, next || undefined);
  };
  const sent = (words: string) => {
    const now = latest.current;
    if (now.startsWith(words)) write(now.slice(words.length).trimStart());
  };
  return { text, write, sent };
}

/** Whether a way of writing holds something, so that it is not forgotten. */
export function useHasDraft(number: string, mode: WritingMode): boolean {
  return readKept(keyOf(useMe().person_id, number, mode), "") !== "";
}
