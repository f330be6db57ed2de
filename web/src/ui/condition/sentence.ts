/** A condition as a sentence, in the words of the server (`conditions/explain.py` says the same). Pure. */
import type { ConditionField, ConditionLanguage } from "@/lib/api/conditions";
import { type Group, isKnown, type Leaf, operatorOf, type Part } from "./tree";

export interface SentenceWords {
  language: ConditionLanguage;
  local: (name: Record<string, string> | null | undefined) => string;
  /** One value of a field in words, not yet quoted. */
  say: (field: ConditionField, value: unknown) => string;
  span: (value: unknown) => string;
  known: (value: string) => string;
  /** Stands where nothing is filled in yet. */
  blank: string;
}

/** Values that are names or words stand in quotation marks. */
const QUOTED = new Set(["text", "bool", "choice", "tree", "team", "person"]);

export function sentence(root: Group, words: SentenceWords): string {
  return said(root, words, false);
}

function said(part: Part, words: SentenceWords, isInside: boolean): string {
  const { local, language } = words;
  const { joints } = language;
  if (part.kind === "leaf") return clause(part, words);
  if (part.isDenied) return put(local(joints.not_), said({ ...part, isDenied: false }, words, false));
  if (part.parts.length === 0) return local(part.mode === "all" ? joints.always : joints.never);
  const isMany = part.parts.length > 1;
  const text = part.parts.map((each) => said(each, words, isMany)).join(local(joints[part.mode]));
  return isInside && isMany ? put(local(joints.group), text) : text;
}

const put = (frame: string, text: string) => frame.replace("{}", () => text);

function clause(leaf: Leaf, words: SentenceWords): string {
  const { language, local } = words;
  const field = language.fields.find(({ key }) => key === leaf.field);
  const operator = operatorOf(language, leaf);
  if (!field || !operator) return words.blank;
  const parts = { field: local(field.name), ...valueParts(leaf, operator.shape, field, words) };
  const denied = leaf.isDenied ? operator.denies : null;
  const text = filled(local(denied ?? operator.says), parts);
  return leaf.isDenied && !denied ? put(local(language.joints.not_), text) : text;
}

function valueParts(
  { value }: Leaf,
  shape: string,
  field: ConditionField,
  words: SentenceWords,
): Record<string, string> {
  const one = (each: unknown) => oneOf(each, field, words);
  if (isKnown(value)) return { value: quoted(words.known(value.known), words) };
  if (shape === "many") {
    const all = Array.isArray(value) ? value.map(one) : [];
    return { value: all.join(words.local(words.language.joints.comma)) || words.blank };
  }
  if (shape === "range") {
    const [low, high] = Array.isArray(value) ? value : [];
    return { low: one(low), high: one(high) };
  }
  if (shape === "span") return { value: words.span(value) || words.blank };
  return { value: one(value) };
}

function oneOf(value: unknown, field: ConditionField, words: SentenceWords): string {
  if (value === undefined || value === null || value === "") return words.blank;
  if (isKnown(value)) return quoted(words.known(value.known), words);
  const text = words.say(field, value);
  return QUOTED.has(field.member) ? quoted(text, words) : text;
}

const quoted = (text: string, { local, language }: SentenceWords) => put(local(language.joints.quoted), text);

const SEAM = /^(?:[\u3400-\u9fff][A-Za-z0-9-]|[A-Za-z0-9][\u3400-\u9fff])$/;

/** The phrase with its parts, and a space wherever a Chinese character would touch a Latin letter or a digit. */
export function filled(phrase: string, parts: Readonly<Record<string, string>>): string {
  let text = "";
  for (const piece of phrase.split(/(\{\w+\})/)) {
    const next = piece.startsWith("{") ? (parts[piece.slice(1, -1)] ?? "") : piece;
    text += (SEAM.test(text.slice(-1) + next.slice(0, 1)) ? " " : "") + next;
  }
  return text;
}

/** What an operator is called by itself: its clause without the field, `…` where a value would stand inside. */
export function operatorName(phrase: string): string {
  return phrase
    .replace("{field}", "")
    .replace(/\{\w+\}/g, "…")
    .replace(/\s*…$/, "")
    .trim();
}
