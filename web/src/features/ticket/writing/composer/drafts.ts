/**
 * What was written and not yet sent, for each person, ticket and way of writing. This browser keeps every letter, since a
 * page may end at any moment; `keeping` brings it to the server, from where other windows have it.
 */
import { useRef, useState } from "react";
import { keep, readKept } from "@/lib/kept";
import { useMe } from "@/lib/session";

export type WritingMode = "reply" | "note";

const keyOf = (person: number, number: string, mode: WritingMode) => `writing.${person}.${number}.${mode}`;

/** What the server holds, as far as this window knows. */
export interface Known {
  /** 0: nothing. */
  version: number;
  text: string;
}

interface Kept extends Known {
  words: string;
}

export const NOTHING: Known = { version: 0, text: "" };
const BLANK: Kept = { ...NOTHING, words: "" };

export interface Draft {
  text: string;
  /** What the server held when this browser last heard of it. */
  known: Known;
  write: (text: string) => void;
  /** The words as they are now, also before they are drawn. */
  latest: () => string;
  learn: (known: Known) => void;
  /** These words were sent; what was written after them meanwhile stays. */
  sent: (words: string) => void;
}

export function useDraft(number: string, mode: WritingMode): Draft {
  const key = keyOf(useMe().person_id, number, mode);
  const [kept, setKept] = useState(() => readKept(key, BLANK));
  const latest = useRef(kept);

  const put = (change: Partial<Kept>) => {
    latest.current = { ...latest.current, ...change };
    const { words, version } = latest.current;
    setKept(latest.current);
    keep(key, words || version ? latest.current : undefined);
  };
  const write = (words: string) => put({ words });
  return {
    text: kept.words,
    known: kept,
    write,
    latest: () => latest.current.words,
    learn: ({ version, text }) => put({ version, text }),
    sent: (words) => {
      const now = latest.current.words;
      if (now.startsWith(words)) write(now.slice(words.length).trimStart());
    },
  };
}

/** Two windows wrote on from `base`: what one of them has already is not said twice, and nothing is lost. */
export function merged(mine: string, base: string, theirs: string): string {
  if (mine === base) return theirs;
  if (theirs === base || mine.includes(theirs)) return mine;
  if (theirs.includes(mine)) return theirs;
  return `${theirs}\n\n${mine}`;
}
