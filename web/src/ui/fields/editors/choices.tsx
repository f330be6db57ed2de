/** One of the field's choices, and a set of them. */

import type { CustomField, FieldKind, ValueWords } from "../kind";
import { Select } from "./inputs";

const named = (key: unknown, field: CustomField, { local }: Pick<ValueWords, "local">): string => {
  const choice = field.choices.find((one) => one.key === key);
  return choice ? local(choice.name as Record<string, string> | undefined) : String(key);
};

/** Those that may still be chosen. */
const options = (field: CustomField, words: Pick<ValueWords, "local">) =>
  field.choices
    .filter((choice) => !choice.retired)
    .map(({ key }) => ({ value: String(key), label: named(key, field, words) }));

export const CHOICE: FieldKind = {
  hasChoices: true,
  Editor: ({ control, field, words }) => <Select {...control} allowClear options={options(field, words)} />,
  say: named,
};

export const SET: FieldKind = {
  hasChoices: true,
  Editor: ({ control, field, words }) => <Select {...control} mode="multiple" options={options(field, words)} />,
  say: (value, field, words) =>
    (Array.isArray(value) ? value : [value]).map((key) => named(key, field, words)).join(words.t("common.list_comma")),
};
