import { Form, Select } from "antd";
import { useRef } from "react";
import type { Schemas } from "@/lib/api";
import { useWords } from "@/lib/words";
import css from "./portal.module.css";

type Template = Schemas["FormTemplate"];

/** Common concerns: each fills in what is the same for all, and asks for what is needed. */
export function TemplateSelect({ templates }: { templates: readonly Template[] }) {
  const { t, local } = useWords();
  const form = Form.useFormInstance();
  const before = useRef<Template>(undefined);
  const chosen: string | undefined = Form.useWatch("template", form);
  if (templates.length === 0) return null;
  const put = (name: "title" | "text", template: Template) => {
    const now = String(form.getFieldValue(name) ?? "").trim();
    if (!now || now === local(before.current?.[name]).trim()) form.setFieldValue(name, local(template[name]));
  };
  const choose = (key: string | undefined) => {
    const template = templates.find((one) => one.key === key);
    if (!template) return;
    form.setFieldValue("type", template.type);
    put("title", template);
    put("text", template);
    form.setFieldValue("fields", { ...template.values, ...form.getFieldValue("fields") });
    before.current = template;
  };
  const note = local(templates.find(({ key }) => key === chosen)?.note);
  return (
    <>
      <Form.Item name="template" label={t("portal.form.template")}>
        <Select
          allowClear
          placeholder={t("portal.form.no_template")}
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
