/** What a kind of custom field is to the pages. One file says everything about a kind; `KINDS` lists them. */
import type { ReactNode } from "react";

export interface CustomField {
  key: string;
  name: Record<string, string>;
  kind: string;
  help: Record<string, string>;
  choices: readonly { key?: unknown; name?: unknown; parent?: unknown; retired?: unknown }[];
}

/** Words of the reader, as far as values need them. */
export interface ValueWords {
  t: (key: string, values?: Record<string, unknown>) => string;
  local: (name: Record<string, string> | null | undefined) => string;
  exact: (at: string) => string;
}

export interface EditorProps {
  field: CustomField;
  words: Pick<ValueWords, "local">;
  /** What the form gives: value, change and id. */
  control: Record<string, unknown>;
}

export interface FieldKind {
  Editor: (props: EditorProps) => ReactNode;
  /** Whether values are chosen from the field's own list. */
  hasChoices?: boolean;
  /** Whether the field says by a pattern what its values look like. */
  hasPattern?: boolean;
  /** Whether those stand below each other. */
  hasSteps?: boolean;
  /** The property by which the editor is given its value. */
  takes?: "checked";
  /** What stands in an editor that is opened with nothing, if it must be answered. */
  initial?: unknown;
  /** The value as the API has it, as the editor shows it. */
  show?: (value: unknown, zone: string) => unknown;
  /** What was entered, as the API takes it. */
  read?: (shown: unknown, zone: string) => unknown;
  /** A value that is there, in words. */
  say?: (value: unknown, field: CustomField, words: ValueWords) => string;
}
