/** The kinds of custom fields, by the word of the API. The only place that knows which there are. */
import { BOOL } from "./editors/bool";
import { CASCADE } from "./editors/cascade";
import { CHOICE, SET } from "./editors/choices";
import { DATE, INSTANT } from "./editors/moments";
import { MONEY, NUMBER } from "./editors/numbers";
import { LONG_TEXT, MAIL, ORDER, PATTERN, PHONE, TEXT, URL } from "./editors/texts";
import type { CustomField, FieldKind, ValueWords } from "./kind";

export const KINDS: Readonly<Record<string, FieldKind>> = {
  text: TEXT,
  long_text: LONG_TEXT,
  number: NUMBER,
  money: MONEY,
  date: DATE,
  instant: INSTANT,
  choice: CHOICE,
  set: SET,
  bool: BOOL,
  phone: PHONE,
  mail: MAIL,
  url: URL,
  pattern: PATTERN,
  cascade: CASCADE,
  order: ORDER,
};

/** A kind that only a newer server knows is a line of text. */
export const kindOf = (kind: string): FieldKind => KINDS[kind] ?? TEXT;

/** A custom field's value in words. */
export function valueInWords(field: CustomField, value: unknown, words: ValueWords): string {
  if (value == null || value === "") return words.t("common.nothing");
  return kindOf(field.kind).say?.(value, field, words) ?? String(value);
}
