/** A choice that is reached step by step; held by the key of its last step. */
import type { CustomField, FieldKind, ValueWords } from "../kind";
import { Select } from "./inputs";

type Local = Pick<ValueWords, "local">;

interface Step {
  key: string;
  parent: string | null;
  name: Record<string, string>;
  retired: boolean;
}

const stepsOf = (field: CustomField): Step[] =>
  field.choices.map(({ key, parent, name, retired }) => ({
    key: String(key),
    parent: typeof parent === "string" ? parent : null,
    name: (name ?? {}) as Record<string, string>,
    retired: Boolean(retired),
  }));

/** Keys from the top to the last step. */
export function wayTo(field: CustomField, key: unknown): string[] {
  const steps = new Map(stepsOf(field).map((one) => [one.key, one]));
  const way: string[] = [];
  for (let at: string | null = key ? String(key) : null; at && !way.includes(at); at = steps.get(at)?.parent ?? null) {
    way.unshift(at);
  }
  return way;
}

const named = (field: CustomField, key: unknown, { local }: Local): string => {
  const names = new Map(stepsOf(field).map((one) => [one.key, local(one.name)]));
  return wayTo(field, key)
    .map((step) => names.get(step) || step)
    .join(" / ");
};

/** What may be chosen: what is in use with all that leads there, and has nothing in use below it. */
export function optionsOf(field: CustomField, words: Local) {
  const steps = stepsOf(field);
  const gone = new Set(steps.filter(({ retired }) => retired).map(({ key }) => key));
  const parents = new Set(steps.filter(({ retired }) => !retired).map(({ parent }) => parent));
  return steps
    .filter(({ key }) => !parents.has(key) && !wayTo(field, key).some((step) => gone.has(step)))
    .map(({ key }) => ({ value: key, label: named(field, key, words) }));
}

export const CASCADE: FieldKind = {
  hasChoices: true,
  hasSteps: true,
  Editor: ({ control, field, words }) => (
    <Select {...control} allowClear showSearch={{ optionFilterProp: "label" }} options={optionsOf(field, words)} />
  ),
  say: (value, field, words) => named(field, value, words),
};
