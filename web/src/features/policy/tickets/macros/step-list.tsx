import { Button, Form, Input, Select } from "antd";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { type EnteredStep, KINDS, type StepKind } from "./entered";
import css from "./macros.module.css";
import { StepValue } from "./step-value";

const MOST = 20;

/** What a macro does, in its order. */
export function StepList({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useWords();
  return (
    <Form.List name="steps" rules={[{ validator: async (_, steps) => checkSteps(steps ?? [], t) }]}>
      {(fields, { add, remove, move }, { errors }) => (
        <>
          {fields.map(({ key, name }, n) => (
            <fieldset key={key} className={css.step} aria-label={t("macros.step_n", { n: n + 1 })}>
              <div className={css.row}>
                <Kind at={name} n={n + 1} />
                {!isReadOnly && (
                  <>
                    <Button
                      aria-label={t("macros.up", { n: n + 1 })}
                      disabled={n === 0}
                      icon={<Icon name="arrow" size={14} className={css.up} />}
                      onClick={() => move(n, n - 1)}
                    />
                    <Button
                      aria-label={t("macros.down", { n: n + 1 })}
                      disabled={n === fields.length - 1}
                      icon={<Icon name="arrow" size={14} />}
                      onClick={() => move(n, n + 1)}
                    />
                    <Button
                      aria-label={t("macros.take_out", { n: n + 1 })}
                      icon={<Icon name="close" size={14} />}
                      onClick={() => remove(name)}
                    />
                  </>
                )}
              </div>
              <Step at={name} />
            </fieldset>
          ))}
          <Form.ErrorList errors={errors} />
          {!isReadOnly && fields.length < MOST && (
            <Button icon={<Icon name="plus" size={14} />} onClick={() => add({ kind: "status" } satisfies EnteredStep)}>
              {t("macros.add_step")}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}

function checkSteps(steps: readonly EnteredStep[], t: (key: string) => string): void {
  if (steps.length === 0) throw Error(t("macros.no_steps"));
  if (steps.filter((step) => step?.kind === "reply" || step?.kind === "note").length > 1)
    throw Error(t("macros.one_text"));
}

function Kind({ at, n }: { at: number; n: number }) {
  const { t, local } = useWords();
  const names = useNames();
  const form = Form.useFormInstance();
  const kept = form.getFieldValue(["steps", at, "kind"]) as StepKind | undefined;
  const kinds: StepKind[] = kept === "unspam" || kept === "untrash" ? [...KINDS, kept] : [...KINDS];
  const fields = names.fields.filter((field) => !field.retired || kept === `fields.${field.key}`);
  const options = [
    ...kinds.map((value) => ({ value, label: t(`macros.kind.${value}`) })),
    ...fields.map(({ key, name }) => ({
      value: `fields.${key}`,
      label: t("macros.kind.field", { name: local(name) }),
    })),
  ];
  // What was chosen for another kind says nothing of this one.
  const begin = (kind: StepKind) => form.setFieldValue(["steps", at], { kind });
  return (
    <>
      <Form.Item required name={[at, "kind"]} label={t("macros.step_n", { n })} className={css.grow}>
        <Select showSearch={{ optionFilterProp: "label" }} options={options} onChange={begin} />
      </Form.Item>
      <Form.Item name={[at, "reason"]} hidden>
        <Input />
      </Form.Item>
    </>
  );
}

function Step({ at }: { at: number }) {
  const form = Form.useFormInstance();
  const kind = Form.useWatch(["steps", at, "kind"], form) as StepKind | undefined;
  return kind ? <StepValue key={kind} at={at} kind={kind} /> : null;
}
