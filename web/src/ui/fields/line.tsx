/** Kinds that are a line of text: each has the keyboard of its own on a phone. */
import { Input } from "antd";
import type { FieldKind } from "./kind";

const line = (type: string): FieldKind => ({
  Editor: ({ control }) => <Input {...control} type={type} />,
});

export const TEXT = line("text");
export const PHONE = line("tel");
export const MAIL = line("email");
export const URL = line("url");
