import { Button, Checkbox, Form, Input, Select } from "antd";
import { choosable, useDrafted } from "@/features/policy/entries/drafted";
import css from "@/features/policy/tickets/forms/forms.module.css";
import { useWords } from "@/lib/words";
import { FieldInput } from "@/ui/fields/field-input";
import { FormSection } from "@/ui/form/form-page";
import { Icon } from "@/ui/marks/icon";
import type { TemplateField } from "./editor";

/** The custom fields that the template asks for, each with what stands there at first. */
export function Asked() {
  const { t, local } = useWords();
  const fields = useDrafted("fields");
  const form = Form.useFormInstance();
  const type = Form.useWatch<string | undefined>("type");
  const asked = (Form.useWatch<TemplateField[] | undefined>("fields") ?? []).filter(Boolean);
  const taken = asked.map(({ field }) => field);
  const own = fields.filter(({ types = [] }) => types.length === 0 || (type && types.includes(type)));
  const offered = choosable(own, local).filter(({ value }) => !taken.includes(value));
  return (
    <FormSection title={t("templates.part.fields")} help={t("templates.fields_help")}>
      <Form.List name="fields">
        {(rows, { remove }) => (
          <ol className={css.entries}>
            {rows.map(({ key, name }, n) => {
              const field = fields.find((one) => one.key === asked[n]?.field);
              const title = local(field?.name) || asked[n]?.field;
              return (
                <li key={key} className={css.entry}>
                  <Form.Item name={[name, "field"]} hidden>
                    <Input />
                  </Form.Item>
                  <div className={css.entry_head}>
                    <strong>{title}</strong>
                    <Form.Item name={[name, "required"]} valuePropName="checked" noStyle>
                      <Checkbox aria-label={t("templates.required_of", { name: title })}>
                        {t("templates.required")}
                      </Checkbox>
                    </Form.Item>
                    <Button
                      type="text"
                      size="small"
                      aria-label={t("forms.remove", { name: title })}
                      icon={<Icon name="close" />}
                      onClick={() => remove(name)}
                    />
                  </div>
                  {field && (
                    <FieldInput
                      field={{ ...field, help: {}, choices: field.choices ?? [] }}
                      name={[name, "value"]}
                      label={t("templates.value")}
                      isNeeded={false}
                    />
                  )}
                </li>
              );
            })}
          </ol>
        )}
      </Form.List>
      <Select
        aria-label={t("forms.add_field")}
        placeholder={offered.length > 0 ? t("forms.add_field") : t("forms.no_field")}
        className={css.add}
        value={null}
        showSearch={{ optionFilterProp: "label" }}
        options={offered}
        onSelect={(key) =>
          form.setFieldValue("fields", [...asked, { field: String(key), value: null, required: false }])
        }
      />
    </FormSection>
  );
}
