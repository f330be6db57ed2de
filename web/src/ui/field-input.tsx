import { Form, Input, InputNumber, Select, Switch } from "antd";
import { useWords } from "@/lib/words";
import { customValue } from "./field-value";

export interface CustomField {
  key: string;
  name: Record<string, string>;
  kind: string;
  required: boolean;
  help: Record<string, string>;
  choices: readonly { key?: unknown; name?: unknown; retired?: unknown }[];
}

/** The input for a custom field of its kind, at `fields.<key>` of its form, which holds the value as the API takes it. */
export function FieldInput({ field }: { field: CustomField }) {
  const { t, local, zone } = useWords();
  const { show, read } = customValue(field.kind, zone);
  return (
    <Form.Item
      name={["fields", field.key]}
      label={local(field.name)}
      extra={local(field.help) || undefined}
      initialValue={field.kind === "bool" && field.required ? false : undefined}
      getValueProps={(value) => ({ [field.kind === "bool" ? "checked" : "value"]: show(value) })}
      getValueFromEvent={(given) => read(given?.target ? given.target.value : given)}
      rules={[{ required: field.required, message: t("common.needed") }]}
    >
      <KindInput field={field} />
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

/** `control` is what the form gives: value, change and id. */
function KindInput({ field, ...control }: { field: CustomField }) {
  const { local } = useWords();
  const options = field.choices
    .filter((choice) => !choice.retired)
    .map(({ key, name }) => ({ value: String(key), label: local(name as Record<string, string> | undefined) }));
  switch (field.kind) {
    case "long_text":
      return <Input.TextArea {...control} autoSize={{ minRows: 3, maxRows: 10 }} />;
    case "number":
    case "money":
      return <InputNumber {...control} style={{ width: "100%" }} precision={field.kind === "money" ? 2 : 0} />;
    case "choice":
      return <Select {...control} allowClear options={options} />;
    case "set":
      return <Select {...control} mode="multiple" options={options} />;
    case "bool":
      return <Switch {...control} />;
    default:
      return <Input {...control} type={HTML_TYPES[field.kind] ?? "text"} />;
  }
}
