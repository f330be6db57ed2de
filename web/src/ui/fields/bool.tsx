/** Yes or no: a switch that nobody touched says nothing, unless it must be answered. */
import { Switch } from "./inputs";
import type { FieldKind } from "./kind";

export const BOOL: FieldKind = {
  Editor: ({ control }) => <Switch {...control} />,
  takes: "checked",
  initial: false,
  say: (value, _field, { t }) => t(value ? "common.yes" : "common.no"),
};
