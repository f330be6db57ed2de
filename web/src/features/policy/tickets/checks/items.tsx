import { Button, Checkbox, Form, Input, Select } from "antd";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./checks.module.css";
import type { EnteredItem, EnteredName } from "./entered";

const EMPTY: EnteredItem = {
  key: "",
  name: { "zh-CN": "", en: "" },
  retired: false,
  filled_by: "person",
  causes: [],
};

/** The items in their order. What was published is retired instead of taken out, as tickets name it. */
export function ItemList() {
  const { t } = useWords();
  return (
    <Form.List name="items">
      {(fields, { add, remove, move }) => (
        <>
          {fields.map(({ key, name }, n) => (
            <fieldset key={key} className={css.item} aria-label={t("checks.item_n", { n: n + 1 })}>
              <Names at={[name]} />
              <div className={css.row}>
                <Form.Item name={[name, "filled_by"]} label={t("checks.filled_by")} className={css.grow}>
                  <Select
                    options={(["person", "promises"] as const).map((value) => ({
                      value,
                      label: t(`checks.filled.${value}`),
                    }))}
                  />
                </Form.Item>
                <Button
                  aria-label={t("checks.up")}
                  disabled={n === 0}
                  icon={<Icon name="arrow" size={14} className={css.up} />}
                  onClick={() => move(n, n - 1)}
                />
                <Button
                  aria-label={t("checks.down")}
                  disabled={n === fields.length - 1}
                  icon={<Icon name="arrow" size={14} />}
                  onClick={() => move(n, n + 1)}
                />
                <Leaving at={["items", name]} from={[name]} onRemove={() => remove(name)} />
              </div>
              <Causes at={name} />
            </fieldset>
          ))}
          <Button icon={<Icon name="plus" size={14} />} onClick={() => add(EMPTY)}>
            {t("checks.add_item")}
          </Button>
        </>
      )}
    </Form.List>
  );
}

function Names({ at }: { at: (string | number)[] }) {
  const { t } = useWords();
  const needed = { required: true, whitespace: true, message: t("common.needed") };
  return (
    <div className={css.row}>
      <Form.Item name={[...at, "key"]} hidden>
        <Input />
      </Form.Item>
      <Form.Item name={[...at, "name", "zh-CN"]} label={t("checks.name_zh")} rules={[needed]} className={css.grow}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={[...at, "name", "en"]} label={t("checks.name_en")} rules={[needed]} className={css.grow}>
        <Input maxLength={200} />
      </Form.Item>
    </div>
  );
}

/** A new entry is taken out, one that has a key is retired. */
function Leaving({ at, from, onRemove }: { at: (string | number)[]; from: (string | number)[]; onRemove: () => void }) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const one = Form.useWatch(at, form) as EnteredName | undefined;
  if (!one?.key)
    return <Button aria-label={t("checks.remove")} icon={<Icon name="close" size={14} />} onClick={onRemove} />;
  return (
    <Form.Item name={[...from, "retired"]} valuePropName="checked" className={css.retired}>
      <Checkbox>{t("checks.retired")}</Checkbox>
    </Form.Item>
  );
}

/** What can be chosen where a promise was broken. */
function Causes({ at }: { at: number }) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const filledBy = Form.useWatch(["items", at, "filled_by"], form);
  if (filledBy !== "promises") return null;
  return (
    <div className={css.causes}>
      <h3>{t("checks.causes")}</h3>
      <Form.List name={[at, "causes"]}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={css.row}>
                <div className={css.grow}>
                  <Names at={[name]} />
                </div>
                <Leaving at={["items", at, "causes", name]} from={[name]} onRemove={() => remove(name)} />
              </div>
            ))}
            <Button
              size="small"
              icon={<Icon name="plus" size={12} />}
              onClick={() => add({ key: "", name: { "zh-CN": "", en: "" }, retired: false })}
            >
              {t("checks.add_cause")}
            </Button>
          </>
        )}
      </Form.List>
    </div>
  );
}
