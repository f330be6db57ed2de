/** The custom fields of a form, as the server says that they stand on it. */

import { FieldInput } from "./field-input";
import type { CustomField } from "./kind";

export interface FieldState {
  key: string;
  visible: boolean;
  required: boolean;
  read_only: boolean;
}

interface FormFieldsProps {
  states: readonly FieldState[];
  fields: readonly CustomField[];
}

/** In the order of the form. A field that only a newer policy has waits until the directory is read again. */
export function FormFields({ states, fields }: FormFieldsProps) {
  return states.map((state) => {
    const field = fields.find((each) => each.key === state.key);
    if (!field || !state.visible) return null;
    return <FieldInput key={state.key} field={field} isNeeded={state.required} isFixed={state.read_only} />;
  });
}
