import { InputNumber } from "antd";
import type { FieldKind } from "./kind";

export const NUMBER: FieldKind = {
  Editor: ({ control }) => <InputNumber {...control} style={{ width: "100%" }} precision={0} />,
};
