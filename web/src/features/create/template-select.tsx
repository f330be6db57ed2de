import { Form, Select } from "antd";
import { useRef } from "react";
import { type TemplateEntry, useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import css from "./create-dialog.module.css";
import { type Entered, filledBy } from "./opening";

/** A template fills in what is the same for all tickets of a common kind, and asks for what they must say. */
export function TemplateSelect() {
  const { t, local } = useWords();
  const { templates } = useNames();
  const form = Form.useFormInstance<Entered>();
  const before = useRef<{ title: string; text: string }>(undefined);
  const chosen = Form.useWatch<string | undefined>("template", form);
  if (templates.length === 0) return null;
  const wordsOf = (one: TemplateEntry) => ({ title: local(one.title), text: local(one.text) });
  const choose = (key: string | undefined) => {
    const template = templates.find((one) => one.key === key);
    if (!template) return;
    const words = wordsOf(template);
    form.setFieldsValue(filledBy({ ...template, ...words }, form.getFieldsValue(true), before.current));
    before.current = words;
  };
  const note = local(templates.find(({ key }) => key === chosen)?.note);
  return (
    <>
      <Form.Item name="template" label={t("shell.create.template")}>
        <Select
          allowClear
          placeholder={t("shell.create.no_template")}
          showSearch={{ optionFilterProp: "label" }}
          onChange={choose}
          options={templates.map((one) => ({ value: one.key, label: local(one.name) }))}
        />
      </Form.Item>
      {note && (
        <p className={css.note} role="status">
          {note}
        </p>
      )}
    </>
  );
}
