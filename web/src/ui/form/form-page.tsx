/**
 * A form as a page: one column, sections with names, and a bar that stays and says whether something is unsaved.
 * Ctrl/Cmd+S saves; who leaves with something unsaved is asked.
 */
import { useBlocker } from "@tanstack/react-router";
import { Button, Form, type FormInstance } from "antd";
import { type ReactNode, useState } from "react";
import { useHotkeys } from "@/lib/hotkeys";
import { useWords } from "@/lib/words";
import { useVoice } from "@/ui/states/voice";
import { Refusal } from "../states";
import css from "./form-page.module.css";
import { namesOf } from "./names";
import { showFaults } from "./problem-fields";

interface FormPageProps<V extends object> {
  /** What stood there when the page was opened; with another `key` the form begins anew. */
  initial: V;
  /** What a changed field is called in the bar; undefined: it is among the others. */
  nameOf: (field: string) => string | undefined;
  /** Who may only look gets no bar. */
  isReadOnly?: boolean;
  /** Throws the refusal; the page shows it. Whoever saved gives a new `initial`. */
  onSave: (values: V) => Promise<unknown>;
  children: ReactNode | ((form: FormInstance<V>) => ReactNode);
}

const same = (left: unknown, right: unknown) => JSON.stringify(left ?? null) === JSON.stringify(right ?? null);

export function FormPage<V extends object>({ initial, nameOf, isReadOnly, onSave, children }: FormPageProps<V>) {
  const { t } = useWords();
  const { message, modal } = useVoice();
  const [form] = Form.useForm<V>();
  const [error, setError] = useState<unknown>(null);
  const [isSaving, setIsSaving] = useState(false);
  const values = Form.useWatch([], { form, preserve: true }) as V | undefined;
  const before = initial as Record<string, unknown>;
  const now = (values ?? initial) as Record<string, unknown>;
  const changed = Object.keys(now).filter((field) => !same(now[field], before[field]));
  const isDirty = changed.length > 0;

  useBlocker({
    shouldBlockFn: async () => {
      if (!isDirty || isSaving) return false;
      const words = { title: t("common.leave.title"), content: t("common.leave.text") };
      const buttons = { okText: t("common.leave.discard"), cancelText: t("common.leave.stay") };
      return !(await modal.confirm({ ...words, ...buttons }));
    },
    enableBeforeUnload: () => isDirty,
  });
  useHotkeys({
    "mod+s": (event) => {
      event.preventDefault();
      if (isDirty) form.submit();
    },
  });

  const save = async (entered: V) => {
    setIsSaving(true);
    setError(null);
    try {
      await onSave({ ...initial, ...entered });
      message.success(t("common.form.saved"));
    } catch (refusal) {
      setError(showFaults(form, refusal) ? null : refusal);
    } finally {
      setIsSaving(false);
    }
  };
  const names = namesOf(changed, nameOf, t("common.form.other"));
  return (
    <Form
      form={form}
      className={css.form}
      layout="vertical"
      requiredMark="optional"
      disabled={isReadOnly}
      initialValues={initial as Parameters<typeof form.setFieldsValue>[0]}
      scrollToFirstError={{ block: "center", focus: true }}
      onFinish={save}
    >
      {typeof children === "function" ? children(form) : children}
      <Refusal error={error} />
      {!isReadOnly && (
        <div className={css.bar} data-dirty={isDirty || undefined}>
          <span role="status">
            {isDirty
              ? t("common.form.changed", { n: names.length, names: names.join(t("common.list_comma")) })
              : t("common.form.unchanged")}
          </span>
          <Button disabled={!isDirty || isSaving} onClick={() => form.setFieldsValue(initial as never)}>
            {t("common.form.reset")}
          </Button>
          <Button type="primary" htmlType="submit" disabled={!isDirty} loading={isSaving}>
            {t("common.form.save")}
          </Button>
        </div>
      )}
    </Form>
  );
}

/** A part of a form, with a name and a line of help. */
export function FormSection({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <fieldset className={css.section}>
      <legend>{title}</legend>
      {help && <p className={css.help}>{help}</p>}
      {children}
    </fieldset>
  );
}
