import { useQuery } from "@tanstack/react-query";
import { AutoComplete, Button, Form, Input } from "antd";
import { useState } from "react";
import { findQuery } from "@/lib/api/find";
import { useWords } from "@/lib/words";
import { useSettled } from "@/ui/fields/settled";
import css from "./create-dialog.module.css";
import type { Entered } from "./opening";

const FIELDS = ["name", "mail", "phone"] as const;
type Part = (typeof FIELDS)[number];

/** Who asks: somebody who is known is found as one types their name, address or number; anybody else is new. */
export function Customer() {
  const { t } = useWords();
  const form = Form.useFormInstance<Entered>();
  const [text, setText] = useState("");
  const typed = useSettled(text.trim());
  const { data } = useQuery(findQuery(typed.length > 1 ? typed : ""));
  const known = Form.useWatch("requester_id", { form, preserve: true });
  const found = text.trim().length > 1 ? (data?.customers ?? []) : [];

  const options = found.map((one) => ({
    value: String(one.id),
    label: (
      <>
        {one.name} <span className={css.definition}>{[one.mail, one.phone].filter(Boolean).join(" · ")}</span>
      </>
    ),
  }));
  const choose = (value: string) => {
    const one = found.find(({ id }) => String(id) === value);
    setText("");
    if (!one) return;
    form.setFieldsValue({
      requester_id: one.id,
      name: one.name,
      mail: one.mail ?? undefined,
      phone: one.phone ?? undefined,
    });
  };
  const type = (value: string) => {
    setText(value);
    form.setFieldValue("requester_id", undefined);
  };
  const forget = () => form.setFieldsValue({ requester_id: undefined, name: "", mail: undefined, phone: undefined });
  const input = (part: Part) => (
    <AutoComplete options={options} onSelect={choose} showSearch={{ onSearch: type }} popupMatchSelectWidth={320}>
      <Input
        type={({ name: "text", mail: "email", phone: "tel" } as const)[part]}
        maxLength={({ name: 100, mail: 254, phone: 32 } as const)[part]}
        autoComplete="off"
      />
    </AutoComplete>
  );
  return (
    <>
      <Form.Item name="requester_id" hidden>
        <Input />
      </Form.Item>
      <div className={css.pair}>
        <Form.Item name="name" label={t("shell.create.name")}>
          {input("name")}
        </Form.Item>
        <Form.Item
          name="mail"
          label={t("shell.create.mail")}
          rules={[{ type: "email", message: t("common.mail_wrong") }]}
        >
          {input("mail")}
        </Form.Item>
        <Form.Item name="phone" label={t("shell.create.phone")}>
          {input("phone")}
        </Form.Item>
      </div>
      <p className={css.known} role="status">
        {known ? t("shell.create.known") : t("shell.create.mail_help")}
        {known && (
          <Button type="link" size="small" onClick={forget}>
            {t("shell.create.forget")}
          </Button>
        )}
      </p>
    </>
  );
}
