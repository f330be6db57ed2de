import { Form, Select } from "antd";
import type { DraftSection } from "@/features/policy/draft";
import { choosable } from "@/features/policy/entries/drafted";
import { NameFields } from "@/features/policy/entries/name-fields";
import { nameOf, type Texts, withEntry } from "@/features/policy/entry";
import { useWords } from "@/lib/words";
import { FormPage, FormSection } from "@/ui/form/form-page";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Failure, SkeletonLines } from "@/ui/states";
import { copyOf } from "./model/deeds";
import type { Workflow } from "./model/flow";

interface NewFlowProps {
  section: DraftSection<Workflow[]>;
  /** With the key of the new one; without, it was left. */
  onDone: (key?: string) => void;
}

interface Entered {
  key: string;
  name: Texts;
  like: string | undefined;
}

/** A new workflow begins as a copy of one that there is: a course that works, to be changed. */
export function NewFlow({ section, onDone }: NewFlowProps) {
  const { t, local } = useWords();
  const { value: all, error, retry } = section;
  const save = async ({ key, name, like }: Entered) => {
    const pattern = all?.find((one) => one.key === like);
    if (!all || !pattern) return;
    await section.save(withEntry(all, copyOf(pattern, key, nameOf(name))), all);
    onDone(key);
  };
  const needed = [{ required: true, message: t("common.needed") }];
  return (
    <SettingsPage title={t("workflows.add")} lead={t("policy.saved_as")} onBack={() => onDone()}>
      {!all && (error ? <Failure error={error} onRetry={retry} /> : <SkeletonLines count={4} height={44} />)}
      {all && (
        <FormPage<Entered>
          initial={{ key: "", name: { "zh-CN": "", en: "" }, like: all.find(({ retired }) => !retired)?.key }}
          nameOf={() => undefined}
          isReadOnly={!section.mayEdit()}
          onSave={save}
        >
          {(form) => (
            <>
              <NameFields form={form} taken={new Set(all.map(({ key }) => key))} />
              <FormSection title={t("workflows.part.like")} help={t("workflows.like_help")}>
                <Form.Item name="like" label={t("workflows.like")} rules={needed}>
                  <Select options={choosable(all, local)} />
                </Form.Item>
              </FormSection>
            </>
          )}
        </FormPage>
      )}
    </SettingsPage>
  );
}
