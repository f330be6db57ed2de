/** Kinds that are text: each line has the keyboard of its own on a phone. */

import type { FieldKind } from "../kind";
import { Input, TextArea } from "./inputs";

const line = (type: string): FieldKind => ({
  Editor: ({ control }) => <Input {...control} type={type} />,
});

export const TEXT = line("text");
export const PHONE = line("tel");
export const MAIL = line("email");
export const URL = line("url");
export const ORDER = line("text");
/** The server knows the pattern, and says what does not fit. */
export const PATTERN: FieldKind = { ...line("text"), hasPattern: true };

export const LONG_TEXT: FieldKind = {
  Editor: ({ control }) => <TextArea {...control} autoSize={{ minRows: 3, maxRows: 10 }} />,
};
