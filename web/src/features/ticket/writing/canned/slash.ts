/** `/` and what follows it, where somebody writes; and which canned replies it means. */
import type { CannedReply } from "@/lib/api/canned";

export interface Slash {
  /** Where the stroke stands, and where what was typed after it ends. */
  from: number;
  to: number;
  query: string;
}

/** At the beginning, or after a space or a mark that ends something: neither in addresses nor in dates. */
const STROKE = /(?:^|[\s，。；：！？（])\/([^\s/]{0,30})$/;

export function slashAt(text: string, caret: number): Slash | null {
  const found = STROKE.exec(text.slice(0, caret));
  if (!found) return null;
  const query = found[1] ?? "";
  return { from: caret - query.length - 1, to: caret, query };
}

/** Those that are meant: by keyword before name, by beginning before part, and by their words at last. */
export function meant(all: readonly CannedReply[], query: string): CannedReply[] {
  const sought = query.toLowerCase();
  const rank = ({ keyword, name, text }: CannedReply) => {
    const names = Object.values(name).map((each) => each.toLowerCase());
    if (sought === "" || keyword.toLowerCase().startsWith(sought)) return 0;
    if (names.some((each) => each.startsWith(sought))) return 1;
    if (names.some((each) => each.includes(sought))) return 2;
    return Object.values(text).some((each) => each.toLowerCase().includes(sought)) ? 3 : 4;
  };
  return all
    .map((reply) => ({ reply, at: rank(reply) }))
    .filter(({ at }) => at < 4)
    .sort((left, right) => left.at - right.at)
    .map(({ reply }) => reply);
}
