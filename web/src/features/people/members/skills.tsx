import { AutoComplete, Button, Form, Input, InputNumber } from "antd";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./members.module.css";

/** What a member can do, how well, and until when their certificate holds. Routing rules ask for it by its key. */
export function SkillFields({ known }: { known: readonly string[] }) {
  const { t } = useWords();
  const needed = { required: true, message: t("common.needed") };
  return (
    <Form.List name="skills">
      {(rows, { add, remove }) => (
        <fieldset className={css.skills}>
          <legend>{t("people.skills")}</legend>
          <p>{t("people.skills_help")}</p>
          {rows.map(({ key, name }) => (
            <div key={key} className={css.skill}>
              <Form.Item
                name={[name, "key"]}
                label={t("people.skill")}
                rules={[needed, { pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/, message: t("people.skill_wrong") }]}
              >
                <AutoComplete options={known.map((value) => ({ value }))} maxLength={63} />
              </Form.Item>
              <Form.Item name={[name, "level"]} label={t("people.level")} rules={[needed]}>
                <InputNumber min={1} max={10} precision={0} className={css.level} />
              </Form.Item>
              <Form.Item name={[name, "expires_on"]} label={t("people.expires")}>
                <Input type="date" />
              </Form.Item>
              <Button
                type="text"
                className={css.remove}
                aria-label={t("people.skill_remove")}
                icon={<Icon name="close" size={14} />}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button
            icon={<Icon name="plus" size={14} />}
            disabled={rows.length >= 50}
            onClick={() => add({ key: "", level: 1, expires_on: "" })}
          >
            {t("people.skill_add")}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
