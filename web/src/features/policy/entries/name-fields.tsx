import { Form, type FormInstance, Input } from "antd";
import { isKey, keyOf } from "@/features/policy/entry";
import { useWords } from "@/lib/words";
import { FormSection } from "@/ui/form/form-page";
import type { Named } from "./entry-editor";

interface NameFieldsProps<V extends Named> {
  form: FormInstance<V>;
  /** Keys that there are; undefined: the key is given, and stays. */
  taken?: ReadonlySet<string>;
}

/** Names in both languages, and the key, which a new entry is offered by its English name. */
export function NameFields<V extends Named>({ form, taken }: NameFieldsProps<V>) {
  const { t } = useWords();
  const needed = { required: true, whitespace: true, message: t("common.needed") };
  const keyRule = {
    validator: async (_: unknown, key: string) => {
      if (!isKey(key)) throw Error(t("policy.entry.key_wrong"));
      if (taken?.has(key)) throw Error(t("policy.entry.key_taken"));
    },
  };
  const suggest = () => {
    const { key, name } = form.getFieldsValue(true) as Named;
    if (taken && !key) form.setFieldValue("key" as never, keyOf(name.en, taken) as never);
  };
  return (
    <FormSection title={t("policy.entry.naming")}>
      <Form.Item name={["name", "zh-CN"]} label={t("policy.entry.name_zh")} rules={[needed]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={["name", "en"]} label={t("policy.entry.name_en")} rules={[needed]}>
        <Input maxLength={100} onBlur={suggest} />
      </Form.Item>
      <Form.Item
        name="key"
        required
        label={t("policy.entry.key")}
        extra={t("policy.entry.key_help")}
        rules={taken ? [keyRule] : []}
      >
        <Input maxLength={63} disabled={!taken} />
      </Form.Item>
    </FormSection>
  );
}
