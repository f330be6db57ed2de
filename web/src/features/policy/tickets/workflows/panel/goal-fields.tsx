import { Form, Input } from "antd";
import { useWords } from "@/lib/words";

/** What the status is to reach, in both languages; shown on the ticket and to the customer. */
export function GoalFields() {
  const { t } = useWords();
  return (["zh-CN", "en"] as const).map((locale) => (
    <Form.Item key={locale} name={["goal", locale]} label={t(`workflows.goal.${locale.slice(0, 2)}`)}>
      <Input maxLength={200} />
    </Form.Item>
  ));
}
