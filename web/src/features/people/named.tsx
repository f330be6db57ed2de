/** A thing with a key and a name in both languages: its fields. */
import { Form, Input } from "antd";
import { useWords } from "@/lib/words";

export const KEY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/;

/** The key is chosen once; what is kept cannot be renamed by it. */
export function KeyField() {
  const { t } = useWords();
  return (
    <Form.Item
      name="key"
      label={t("people.key")}
      extra={t("people.key_help")}
      rules={[
        { required: true, message: t("common.needed") },
        { pattern: KEY, message: t("people.skill_wrong") },
      ]}
    >
      <Input maxLength={63} autoComplete="off" />
    </Form.Item>
  );
}

export function NameFields() {
  const { t } = useWords();
  const needed = { required: true, whitespace: true, message: t("common.needed") };
  return (
    <>
      <Form.Item name={["name", "zh-CN"]} label={t("people.name_zh")} rules={[needed]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name={["name", "en"]} label={t("people.name_en")} rules={[needed]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </>
  );
}
