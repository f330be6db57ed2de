import { Form, Input } from "antd";
import { useState } from "react";
import { nameOf, type Texts, textsOf } from "@/features/policy/entry";
import { Sharing } from "@/features/policy/tickets/sharing";
import type { Macro } from "@/lib/api/macros";
import { useWords } from "@/lib/words";
import { FormPage, FormSection } from "@/ui/form/form-page";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { actionOf, type EnteredStep, stepsOf } from "./entered";
import { useMacros } from "./queries";
import { StepList } from "./step-list";

interface EditorProps {
  id: string;
  all: Macro[] | undefined;
  error: unknown;
  onRetry: () => void;
  onOpen: (id?: string) => void;
}

export function MacroEditor({ id, all, error, onRetry, onOpen }: EditorProps) {
  const { t, local } = useWords();
  const found = all?.find(({ key }) => key === id);
  const title = id === "new" ? t("macros.add") : local(found?.name) || t("macros.title");
  const lead = found && !found.can_edit ? t("macros.read_only") : undefined;
  return (
    <SettingsPage title={title} lead={lead} onBack={() => onOpen()}>
      {!all && (error ? <Failure error={error} onRetry={onRetry} /> : <SkeletonLines count={6} height={44} />)}
      {all && id !== "new" && !found && (
        <Empty icon="search" title={t("common.no_page.title")} text={t("common.no_page.text")} />
      )}
      {all && (id === "new" || found) && <MacroForm key={id} macro={found} onAdded={() => onOpen()} />}
    </SettingsPage>
  );
}

interface Entered {
  name: Texts;
  steps: EnteredStep[];
  shared: Macro["shared"];
  teams: string[];
}

const enteredOf = (one: Macro | undefined): Entered => ({
  name: textsOf(one?.name),
  steps: one?.actions.flatMap(stepsOf) ?? [{ kind: "status" }],
  shared: one?.shared ?? "nobody",
  teams: one?.teams ?? [],
});

function MacroForm({ macro, onAdded }: { macro: Macro | undefined; onAdded: () => void }) {
  const { t } = useWords();
  const { add, change } = useMacros();
  // What others do to it meanwhile does not wipe out what is being entered: a save on top of it is refused.
  const [kept, setKept] = useState({ macro, n: 0 });
  const save = async ({ name, steps, shared, teams }: Entered) => {
    const body = {
      name: nameOf(name),
      actions: steps.map(actionOf),
      shared,
      teams: shared === "teams" ? teams : [],
    };
    if (!kept.macro) {
      await add(body);
      return onAdded();
    }
    const { key, version } = kept.macro;
    setKept({ macro: await change({ key, version, body }), n: kept.n + 1 });
  };
  const isReadOnly = macro !== undefined && !macro.can_edit;
  return (
    <FormPage<Entered>
      key={kept.n}
      isReadOnly={isReadOnly}
      initial={enteredOf(kept.macro)}
      nameOf={(field) => t(`macros.${field}`)}
      onSave={save}
    >
      {(form) => (
        <>
          <FormSection title={t("macros.name")}>
            <Names />
          </FormSection>
          <FormSection title={t("macros.steps")} help={t("macros.steps_help")}>
            <StepList isReadOnly={isReadOnly} />
          </FormSection>
          <Sharing form={form} area="macros" right="macro.share" />
        </>
      )}
    </FormPage>
  );
}

const LOCALES = ["zh-CN", "en"] as const;

function Names() {
  const { t } = useWords();
  const form = Form.useFormInstance<Entered>();
  const one = {
    validator: async () => {
      const name = form.getFieldValue("name") as Texts;
      if (!LOCALES.some((locale) => name[locale]?.trim())) throw Error(t("macros.one_language"));
    },
  };
  return LOCALES.map((locale) => (
    <Form.Item
      key={locale}
      name={["name", locale]}
      label={t(`macros.name_${locale.slice(0, 2)}`)}
      dependencies={LOCALES.map((other) => ["name", other])}
      rules={[one]}
    >
      <Input maxLength={80} />
    </Form.Item>
  ));
}
