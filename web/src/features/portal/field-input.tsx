import { Form, Input, InputNumber, Select, Switch } from "antd";
import type { ReactElement } from "react";
import { useWords } from "@/lib/words";
import type { FormField } from "./queries";

/** The input for a custom field of its kind. */
export function FieldInput({ field }: { field: FormField }) {
  const { t, local } = useWords();
  const options = field.choices.map((choice) => ({
    value: String(choice.key),
    label: local(choice.name as Record<string, string> | undefined),
  }));
  return (
    <Form.Item
      name={["fields", field.key]}
      label={local(field.name)}
      extra={local(field.help) || undefined}
      valuePropName={field.kind === "bool" ? "checked" : "value"}
      rules={[{ required: field.required, message: t("common.needed") }]}
    >
      {inputOf(field.kind, options)}
    </Form.Item>
  );
}

const HTML_TYPES: Record<string, string> = {
  date: "date",
  instant: "datetime-local",
  mail: "email",
  phone: "tel",
  url: "url",
};

function inputOf(kind: string, options: { value: string; label: string }[]): ReactElement {
  switch (kind) {
    case "long_text":
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />;
    case "number":
    case "money":
      return <InputNumber style={{ width: "100%" }} precision={kind === "money" ? 2 : undefined} />;
    case "choice":
      return <Select allowClear options={options} />;
    case "set":
      return <Select mode="multiple" options={options} />;
    case "bool":
      return <Switch />;
    default:
      return <Input type={HTML_TYPES[kind] ?? "text"} />;
  }
}
