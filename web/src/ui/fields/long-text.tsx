import { Input } from "antd";
import type { FieldKind } from "./kind";

export const LONG_TEXT: FieldKind = {
  Editor: ({ control }) => <Input.TextArea {...control} autoSize={{ minRows: 3, maxRows: 10 }} />,
};
