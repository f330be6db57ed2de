import { Button, Form, Input, Select } from "antd";
import { choosable, useDrafted } from "@/features/policy/entries/drafted";
import { useWords } from "@/lib/words";
import { FormSection } from "@/ui/form/form-page";
import { Icon } from "@/ui/marks/icon";
import type { FormEntry } from "./editor";
import css from "./forms.module.css";
import { WhetherInput } from "./whether";

const RULES = ["visible", "required", "read_only"] as const;

/** The fields of the form, in their order. */
export function Entries() {
  const { t, local } = useWords();
  const fields = useDrafted("fields");
  const form = Form.useFormInstance();
  const types = Form.useWatch<string[] | undefined>("types") ?? [];
  const entries = (Form.useWatch<FormEntry[] | undefined>("fields") ?? []).filter(Boolean);
  const taken = entries.map(({ field }) => field);
  const fitting = fields.filter(
    (one) => types.length === 0 || !one.types?.length || one.types.some((type) => types.includes(type)),
  );
  const offered = choosable(fitting, local).filter(({ value }) => !taken.includes(value));
  const nameOf = (n: number) => local(fields.find(({ key }) => key === entries[n]?.field)?.name) || entries[n]?.field;
  const append = (key: string) =>
    form.setFieldValue("fields", [
      ...entries,
      { field: key, visible: "always", required: "never", read_only: "never" },
    ]);
  return (
    <FormSection title={t("forms.part.fields")} help={t("forms.fields_help")}>
      <Form.List name="fields">
        {(rows, { move, remove }) => (
          <ol className={css.entries}>
            {rows.map(({ key, name }, n) => (
              <li key={key} className={css.entry}>
                <Form.Item name={[name, "field"]} hidden>
                  <Input />
                </Form.Item>
                <div className={css.entry_head}>
                  <strong>{nameOf(n)}</strong>
                  <Button
                    type="text"
                    size="small"
                    disabled={n === 0}
                    aria-label={t("forms.up", { name: nameOf(n) })}
                    icon={<Icon name="down" className={css.upwards} />}
                    onClick={() => move(n, n - 1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    disabled={n === rows.length - 1}
                    aria-label={t("forms.down", { name: nameOf(n) })}
                    icon={<Icon name="down" />}
                    onClick={() => move(n, n + 1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    aria-label={t("forms.remove", { name: nameOf(n) })}
                    icon={<Icon name="close" />}
                    onClick={() => remove(name)}
                  />
                </div>
                <div className={css.rules}>
                  {RULES.map((rule) => (
                    <Form.Item key={rule} name={[name, rule]} label={t(`forms.rule.${rule}`)} required>
                      <WhetherInput label={`${nameOf(n)}: ${t(`forms.rule.${rule}`)}`} />
                    </Form.Item>
                  ))}
                </div>
              </li>
            ))}
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
        onSelect={(key) => append(String(key))}
      />
    </FormSection>
  );
}
