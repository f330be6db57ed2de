import { Button, Checkbox, Form, Input, Radio } from "antd";
import { keyOf, nameOf, type Texts, terse, textsOf } from "@/features/policy/entry";
import { type Whether, WhetherInput } from "@/features/policy/tickets/forms/whether";
import type { Schemas } from "@/lib/api";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./panel.module.css";
import { ReceiversInput } from "./receivers";

type Step = Schemas["ApprovalStep"];

export interface EnteredStep {
  key: string;
  name: Texts;
  mode: "all" | "any";
  by: string[];
  cc: string[];
  when: Whether;
  retired: boolean;
}

export const enteredSteps = (steps: readonly Step[] | undefined): EnteredStep[] =>
  (steps ?? []).map(({ key, name, mode = "all", by, cc = [], when, retired = false }) => ({
    key,
    name: textsOf(name),
    mode,
    by,
    cc,
    when: (when as Whether | null | undefined) ?? "always",
    retired,
  }));

/** The steps that a form gives; a member of theirs that it does not show stays. */
export const stepsOf = (entered: readonly EnteredStep[], before: readonly Step[] | undefined): Step[] =>
  entered.map(({ name, when, ...rest }) => {
    const step = { ...before?.find(({ key }) => key === rest.key), ...rest, name: nameOf(name) };
    return { ...terse({ ...step, when: when === "always" ? null : when } as Step), by: rest.by };
  });

/** Who must agree, round by round. A step that was published is retired instead of taken out. */
export function Approval({ published }: { published: ReadonlySet<string> }) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const add = () => {
    const all = (form.getFieldValue("approval") ?? []) as EnteredStep[];
    const key = keyOf("step", new Set(all.map((one) => one.key)));
    const step = { key, name: textsOf(undefined), mode: "all", by: ["lead"], cc: [], when: "always", retired: false };
    form.setFieldValue("approval", [...all, step]);
  };
  return (
    <>
      <Form.List name="approval">
        {(rows, { remove, move }) => (
          <div className={css.list}>
            {rows.map(({ key, name }, n) => (
              <StepFields
                key={key}
                row={name}
                n={n}
                published={published}
                onRemove={() => remove(name)}
                onUp={() => move(n, n - 1)}
              />
            ))}
          </div>
        )}
      </Form.List>
      <Button icon={<Icon name="plus" size={14} />} onClick={add}>
        {t("workflows.add_step")}
      </Button>
    </>
  );
}

interface StepProps {
  row: number;
  n: number;
  published: ReadonlySet<string>;
  onRemove: () => void;
  onUp: () => void;
}

function StepFields({ row, n, published, onRemove, onUp }: StepProps) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const key = Form.useWatch(["approval", row, "key"], form) as string | undefined;
  const label = t("workflows.step_n", { n: n + 1 });
  const needed = [{ required: true, whitespace: true, message: t("common.needed") }];
  const chosen = [{ required: true, message: t("common.needed") }];
  return (
    <fieldset className={css.item} aria-label={label}>
      <Form.Item name={[row, "key"]} hidden>
        <Input />
      </Form.Item>
      <div className={css.row}>
        <strong className={css.grow}>{label}</strong>
        <Button
          type="text"
          disabled={n === 0}
          aria-label={t("workflows.up_named", { name: label })}
          icon={<Icon name="arrow" size={14} className={css.upwards} />}
          onClick={onUp}
        />
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
      <Form.Item name={[row, "name", "zh-CN"]} label={t("workflows.step_zh")} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[row, "name", "en"]} label={t("workflows.step_en")} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[row, "by"]} label={t("workflows.step_by")} rules={chosen}>
        <ReceiversInput label={t("workflows.step_by")} />
      </Form.Item>
      <Form.Item name={[row, "mode"]} label={t("workflows.step_mode")} required>
        <Radio.Group
          options={(["all", "any"] as const).map((value) => ({ value, label: t(`workflows.mode.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name={[row, "when"]} label={t("workflows.step_when")} required>
        <WhetherInput label={t("workflows.step_when")} modes={["always", "when"]} />
      </Form.Item>
      <Form.Item name={[row, "cc"]} label={t("workflows.step_cc")}>
        <ReceiversInput label={t("workflows.step_cc")} />
      </Form.Item>
    </fieldset>
  );
}
