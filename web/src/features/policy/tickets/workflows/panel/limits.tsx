import { Button, Checkbox, Form, Input, Select } from "antd";
import { choosable, useDrafted } from "@/features/policy/entries/drafted";
import { keyOf } from "@/features/policy/entry";
import { useWords } from "@/lib/words";
import { SpanInput } from "@/ui/form/span-input";
import { Icon } from "@/ui/marks/icon";
import type { StatusLimit } from "../model/flow";
import { Actions } from "./actions";
import css from "./panel.module.css";

const WITHIN = ["first_response", "resolution", "accept"] as const;

/** Timers that begin when the status is entered and end when it is left. One that was published is retired instead. */
export function Limits({ published }: { published: ReadonlySet<string> }) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const add = () => {
    const all = (form.getFieldValue("limits") ?? []) as StatusLimit[];
    const key = keyOf("limit", new Set(all.map((one) => one.key)));
    form.setFieldValue("limits", [...all, { key, after_s: 3_600, actions: [{ do: "remind" }] }]);
  };
  return (
    <>
      <Form.List name="limits">
        {(rows, { remove }) => (
          <div className={css.list}>
            {rows.map(({ key, name }, n) => (
              <Limit key={key} row={name} n={n + 1} published={published} onRemove={() => remove(name)} />
            ))}
          </div>
        )}
      </Form.List>
      <Button icon={<Icon name="plus" size={14} />} onClick={add}>
        {t("workflows.add_limit")}
      </Button>
    </>
  );
}

interface LimitProps {
  row: number;
  n: number;
  published: ReadonlySet<string>;
  onRemove: () => void;
}

function Limit({ row, n, published, onRemove }: LimitProps) {
  const { t, local } = useWords();
  const form = Form.useFormInstance();
  const calendars = useDrafted("calendars");
  const key = Form.useWatch(["limits", row, "key"], form) as string | undefined;
  const label = t("workflows.limit_n", { n });
  const needed = [{ required: true, message: t("common.needed") }];
  return (
    <fieldset className={css.item} aria-label={label}>
      <Form.Item name={[row, "key"]} hidden>
        <Input />
      </Form.Item>
      <div className={css.row}>
        <Form.Item name={[row, "after_s"]} label={t("workflows.after")} rules={needed} className={css.grow}>
          <SpanInput label={t("workflows.after")} />
        </Form.Item>
        {key && published.has(key) ? (
          <Form.Item name={[row, "retired"]} valuePropName="checked">
            <Checkbox>{t("policy.entry.retired")}</Checkbox>
          </Form.Item>
        ) : (
          <Button
            type="text"
            aria-label={t("workflows.remove_named", { name: label })}
            icon={<Icon name="close" size={14} />}
            onClick={onRemove}
          />
        )}
      </div>
      <Form.Item name={[row, "calendar"]} label={t("workflows.calendar")}>
        <Select allowClear placeholder={t("workflows.always")} options={choosable(calendars, local)} />
      </Form.Item>
      <Form.Item name={[row, "within"]} label={t("workflows.within_target")} extra={t("workflows.within_help")}>
        <Select allowClear options={WITHIN.map((value) => ({ value, label: t(`common.metric.${value}`) }))} />
      </Form.Item>
      <Actions name={[row, "actions"]} at={["limits", row, "actions"]} label={label} />
    </fieldset>
  );
}
