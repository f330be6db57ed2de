/**
 * What was written and not yet sent, for each person, ticket and way of writing. This browser keeps every letter, since a
 * page may end at any moment; `keeping` brings it to the server, from where other windows have it.
 */
import { useRef, useState } from "react";
import { keep, readKept } from "@/lib/kept";
import { useMe } from "@/lib/session";
import { htmlOf, isSame, type Said } from "../rich/said";

export type WritingMode = "reply" | "note";

const keyOf = (person: number, number: string, mode: WritingMode) => `writing.${person}.${number}.${mode}`;

/** What the server holds, as far as this window knows. */
export interface Known extends Said {
  /** 0: nothing. */
  version: number;
}

interface Kept extends Known {
  words: string;
  /** The words as they were formatted, if they were. */
  rich: string | null;
}

export const NOTHING: Known = { version: 0, text: "", html: null };
const BLANK: Kept = { ...NOTHING, words: "", rich: null };

export interface Draft {
  text: string;
  /** As it was formatted; null: it is lines of text. */
  html: string | null;
  /** What the server held when this browser last heard of it. */
  known: Known;
  write: (text: string, html?: string | null) => void;
  /** The words as they are now, also before they are drawn. */
  latest: () => Said;
  learn: (known: Known) => void;
  /** These words were sent; what was written after them meanwhile stays. */
  sent: (words: Said) => void;
}

export function useDraft(number: string, mode: WritingMode): Draft {
  const key = keyOf(useMe().person_id, number, mode);
  const [kept, setKept] = useState(() => ({ ...BLANK, ...readKept(key, BLANK) }));
  const latest = useRef(kept);

  const put = (change: Partial<Kept>) => {
    latest.current = { ...latest.current, ...change };
    const { words, version } = latest.current;
    setKept(latest.current);
    keep(key, words || version ? latest.current : undefined);
  };
  const write = (words: string, rich: string | null = null) => put({ words, rich });
  const now = (): Said => ({ text: latest.current.words, html: latest.current.rich });
  return {
    text: kept.words,
    html: kept.rich,
    known: kept,
    write,
    latest: now,
    learn: ({ version, text, html }) => put({ version, text, html }),
    sent: (words) => {
      const rest = after(words, now());
      if (rest) write(rest.text, rest.html);
    },
  };
}

/** What was written after what was sent; null where it cannot be told, and all of it stays. */
function after(sent: Said, now: Said): Said | null {
  if (isSame(sent, now)) return { text: "", html: null };
  if (!now.text.startsWith(sent.text)) return null;
  const text = now.text.slice(sent.text.length).trimStart();
  if (now.html === null) return { text, html: null };
  const before = htmlOf(sent);
  return now.html.startsWith(before) ? { text, html: now.html.slice(before.length) } : null;
}

/** Two windows wrote on from `base`: what one of them has already is not said twice, and nothing is lost. */
export function merged(mine: Said, base: Said, theirs: Said): Said {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base) || has(mine, theirs)) return mine;
  if (has(theirs, mine)) return theirs;
  const html = (mine.html ?? theirs.html) ? htmlOf(theirs) + htmlOf({ text: "", html: null }) + htmlOf(mine) : null;
  return { text: `${theirs.text}\n\n${mine.text}`, html };
}

const has = (whole: Said, part: Said) =>
  part.html === null ? whole.text.includes(part.text) : (whole.html ?? "").includes(part.html);
