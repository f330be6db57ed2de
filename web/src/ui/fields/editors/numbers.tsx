/** Whole numbers, and money: shown in whole units, kept in minor ones (`12.50` is 1250). */

import type { FieldKind } from "../kind";
import { InputNumber } from "./inputs";

export const NUMBER: FieldKind = {
  Editor: ({ control }) => <InputNumber {...control} style={{ width: "100%" }} precision={0} />,
};

export const MONEY: FieldKind = {
  Editor: ({ control }) => <InputNumber {...control} style={{ width: "100%" }} precision={2} />,
  show: (value) => (typeof value === "number" ? value / 100 : value),
  read: (shown) => (typeof shown === "number" ? Math.round(shown * 100) : shown),
  say: (value) => (Number(value) / 100).toFixed(2),
};
