/** Kinds that are text: each line has the keyboard of its own on a phone. */
import { Input, TextArea } from "./inputs";
import type { FieldKind } from "./kind";

const line = (type: string): FieldKind => ({
  Editor: ({ control }) => <Input {...control} type={type} />,
});

export const TEXT = line("text");
export const PHONE = line("tel");
export const MAIL = line("email");
export const URL = line("url");

export const LONG_TEXT: FieldKind = {
  Editor: ({ control }) => <TextArea {...control} autoSize={{ minRows: 3, maxRows: 10 }} />,
};
