import { Form, Input } from "antd";

interface BilingualProps {
  name: string;
  /** In Chinese and in English. */
  labels: readonly [string, string];
  rows?: number;
  most?: number;
}

/** A text in both languages, which may be left out. */
export function Bilingual({ name, labels, rows = 2, most = 1000 }: BilingualProps) {
  return (["zh-CN", "en"] as const).map((locale, n) => (
    <Form.Item key={locale} name={[name, locale]} label={labels[n]}>
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 14 }} maxLength={most} />
    </Form.Item>
  ));
}
