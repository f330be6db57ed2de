/** Variables of canned replies: `{salutation}`, `{客户称呼}`, or whatever else somebody put in braces. */
import type { Variable } from "@/lib/api/canned";

/** Something that stands in a text in place of what is meant. */
export interface Blank {
  /** Key of the variable; of anything else the words in the braces. */
  id: string;
  name: Record<string, string>;
}

const BRACED = /\{ ?([^{}\n]{1,40}?) ?\}/g;

function blankOf(word: string, variables: readonly Variable[]): Blank {
  const folded = word.toLowerCase();
  const known = variables.find(({ key, name }) =>
    [key, ...Object.values(name)].some((each) => each.toLowerCase() === folded),
  );
  return known ? { id: known.key, name: known.name } : { id: word, name: { "zh-CN": word, en: word } };
}

/** What is to be filled in, each once, in the order of the text. */
export function blanksOf(text: string, variables: readonly Variable[]): Blank[] {
  const found = new Map<string, Blank>();
  for (const [, word = ""] of text.matchAll(BRACED)) {
    const blank = blankOf(word, variables);
    if (!found.has(blank.id)) found.set(blank.id, blank);
  }
  return [...found.values()];
}

/** The text with what is known in it; what is not stays as it was. */
export function filledIn(text: string, variables: readonly Variable[], values: Record<string, string>): string {
  return text.replace(BRACED, (whole, word: string) => values[blankOf(word, variables).id]?.trim() || whole);
}
