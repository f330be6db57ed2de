/** What entries of the policy have in common, as a form holds them: names in both languages, keys that last. */
const KEY = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;

/** `new` is the address of what is not there yet. */
export const isKey = (text: string): boolean => KEY.test(text) && text !== "new";

/** A key for a new entry of this name; empty where the name gives none. */
export function keyOf(name: string, taken: ReadonlySet<string>): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  if (!slug) return "";
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? slug : `${slug.slice(0, 56)}-${n}`;
    if (!taken.has(key) && isKey(key)) return key;
  }
}

export interface Texts {
  "zh-CN": string;
  en: string;
}

export const textsOf = (name: Partial<Record<string, string>> | undefined): Texts => ({
  "zh-CN": name?.["zh-CN"] ?? "",
  en: name?.en ?? "",
});

/** Without what is empty, as the policy has it. */
export const nameOf = (texts: Texts): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts)
      .map(([locale, text]) => [locale, text.trim()] as const)
      .filter(([, text]) => text),
  );

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === "object" && Object.keys(value).length === 0);

/** Without members that say nothing, as the policy writes it. */
export const terse = <T extends object>(entry: T): T =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => !isEmpty(value))) as T;

/** Puts an entry in the place of the one with its key, or at the end. */
export function withEntry<T extends { key: string }>(entries: readonly T[], entry: T): T[] {
  const isKnown = entries.some(({ key }) => key === entry.key);
  return isKnown ? entries.map((one) => (one.key === entry.key ? entry : one)) : [...entries, entry];
}
