import { Form } from "antd";
import { useWords } from "@/lib/words";
import type { CustomField } from "./kind";
import { kindOf } from "./kinds";

interface FieldInputProps {
  field: CustomField;
  /** Whether the form is refused without it. */
  isNeeded: boolean;
  /** It is shown, and nobody changes it here. */
  isFixed?: boolean;
  /** Where its value stands in the form, and what it is called there. */
  name?: (string | number)[];
  label?: string;
}

/** The input for a custom field of its kind, at `fields.<key>` of its form, which holds the value as the API takes it. */
export function FieldInput({ field, isNeeded, isFixed = false, name, label }: FieldInputProps) {
  const { t, local, zone } = useWords();
  const { takes = "value", initial, show = same, read = same } = kindOf(field.kind);
  return (
    <Form.Item
      name={name ?? ["fields", field.key]}
      label={label ?? local(field.name)}
      extra={local(field.help) || undefined}
      initialValue={isNeeded ? initial : undefined}
      // A fixed one is not marked as optional: nobody is asked.
      required={isNeeded || isFixed}
      getValueProps={(value) => ({ [takes]: show(value, zone) })}
      getValueFromEvent={(given) => read(given?.target ? given.target.value : given, zone)}
      rules={[{ required: isNeeded, message: t("common.needed") }]}
    >
      <KindInput field={field} isFixed={isFixed} />
    </Form.Item>
  );
}

const same = (value: unknown) => value;

/** `control` is what the form gives. */
function KindInput({ field, isFixed, ...control }: { field: CustomField; isFixed: boolean }) {
  const { local } = useWords();
  const { Editor } = kindOf(field.kind);
  return <Editor field={field} words={{ local }} control={{ ...control, disabled: isFixed }} />;
}
