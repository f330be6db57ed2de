import type { FormInstance } from "antd";
import { Problem } from "@/lib/api";

/** `teams[2].name` as a form names it. */
export const pathOf = (field: string): (string | number)[] =>
  field
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** Puts the faults of a refusal to their fields. True if each found its field: nothing is left to say above the form. */
export function showFaults(form: FormInstance, error: unknown): boolean {
  if (!(error instanceof Problem) || error.faults.length === 0) return false;
  const known = error.faults.filter(({ field }) => form.getFieldInstance(pathOf(field)) !== undefined);
  form.setFields(known.map(({ field, title }) => ({ name: pathOf(field), errors: [title] })));
  const [first] = known;
  if (first) form.scrollToField(pathOf(first.field), { focus: true, block: "center" });
  return known.length === error.faults.length;
}
