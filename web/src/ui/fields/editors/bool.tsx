/** Yes or no: a switch that nobody touched says nothing, unless it must be answered. */

import type { FieldKind } from "../kind";
import { Switch } from "./inputs";

export const BOOL: FieldKind = {
  Editor: ({ control }) => <Switch {...control} />,
  takes: "checked",
  initial: false,
  say: (value, _field, { t }) => t(value ? "common.yes" : "common.no"),
};
