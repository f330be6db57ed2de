import { Form, type FormInstance, Input, Radio, Select } from "antd";
import { useState } from "react";
import type { DraftSection } from "@/features/policy/draft";
import { isKey, keyOf, nameOf, type Texts, terse, textsOf, withEntry } from "@/features/policy/entry";
import { useWords } from "@/lib/words";
import { FormPage, FormSection } from "@/ui/form/form-page";
import { PriorityMark } from "@/ui/marks/priority-mark";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { lastRank, type Priority } from "./order";
import css from "./priorities.module.css";

const COLOURS = ["red", "orange", "yellow", "green", "grey", "blue"] as const;

interface EditorProps {
  id: string;
  section: DraftSection<Priority[]>;
  onClose: () => void;
}

export function PriorityEditor({ id, section, onClose }: EditorProps) {
  const { t, local } = useWords();
  const { value: all, error, retry } = section;
  const found = all?.find(({ key }) => key === id);
  const title = id === "new" ? t("priorities.add") : local(found?.name) || t("priorities.title");
  return (
    <SettingsPage title={title} lead={t("policy.saved_as")} onBack={onClose}>
      {!all && (error ? <Failure error={error} onRetry={retry} /> : <SkeletonLines count={6} height={44} />)}
      {all && id !== "new" && !found && (
        <Empty icon="search" title={t("common.no_page.title")} text={t("common.no_page.text")} />
      )}
      {all && (id === "new" || found) && (
        <PriorityForm all={all} priority={found} section={section} onAdded={onClose} />
      )}
    </SettingsPage>
  );
}

interface Entered {
  key: string;
  name: Texts;
  colour: Priority["colour"];
  definition: Texts;
  examples: Texts;
  words: string[];
}

const enteredOf = (one: Priority | undefined): Entered => ({
  key: one?.key ?? "",
  name: textsOf(one?.name),
  colour: one?.colour ?? "grey",
  definition: textsOf(one?.definition),
  examples: textsOf(one?.examples),
  words: one?.words ?? [],
});

interface FormProps {
  all: Priority[];
  priority: Priority | undefined;
  section: DraftSection<Priority[]>;
  onAdded: () => void;
}

function PriorityForm({ all, priority, section, onAdded }: FormProps) {
  const { t } = useWords();
  // What others draft meanwhile does not wipe out what is being entered; saving goes on top of it.
  const [kept, setKept] = useState({ all, entered: enteredOf(priority), n: 0 });
  const save = async ({ name, definition, examples, ...rest }: Entered) => {
    const before = kept.all.find(({ key }) => key === rest.key);
    const texts = { name: nameOf(name), definition: nameOf(definition), examples: nameOf(examples) };
    const entry: Priority = { rank: lastRank(kept.all), ...before, ...rest, ...texts };
    const after = await section.save(withEntry(kept.all, terse(entry)), kept.all);
    if (!priority) return onAdded();
    setKept({ all: after, entered: enteredOf(entry), n: kept.n + 1 });
  };
  return (
    <FormPage<Entered>
      key={kept.n}
      isReadOnly={priority && !section.mayEdit(priority.key)}
      initial={kept.entered}
      nameOf={(field) => (field === "key" ? undefined : t(`priorities.member.${field}`))}
      onSave={save}
    >
      {(form) => <Fields form={form} all={all} priority={priority} />}
    </FormPage>
  );
}

function Fields({ form, all, priority }: { form: FormInstance<Entered>; all: Priority[]; priority?: Priority }) {
  const { t } = useWords();
  const needed = { required: true, whitespace: true, message: t("common.needed") };
  const taken = new Set(all.map(({ key }) => key));
  const keyRule = {
    validator: async (_: unknown, key: string) => {
      if (!isKey(key)) throw Error(t("priorities.key_wrong"));
      if (taken.has(key)) throw Error(t("priorities.key_taken"));
    },
  };
  const suggest = () => {
    const { key, name } = form.getFieldsValue(true);
    if (!priority && !key) form.setFieldValue("key", keyOf(name.en, taken));
  };
  const rank = priority?.rank ?? lastRank(all);
  return (
    <>
      <FormSection title={t("priorities.part.name")}>
        <Form.Item name={["name", "zh-CN"]} label={t("priorities.name_zh")} rules={[needed]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name={["name", "en"]} label={t("priorities.name_en")} rules={[needed]}>
          <Input maxLength={100} onBlur={suggest} />
        </Form.Item>
        <Form.Item
          name="key"
          required
          label={t("priorities.key")}
          extra={t("priorities.key_help")}
          rules={priority ? [] : [keyRule]}
        >
          <Input maxLength={63} disabled={Boolean(priority)} />
        </Form.Item>
        <Form.Item name="colour" required label={t("priorities.colour")} extra={t("priorities.colour_help")}>
          <Radio.Group
            options={COLOURS.map((value) => ({
              value,
              label: (
                <span className={css.name}>
                  <PriorityMark rank={rank} colour={value} name="" /> {t(`priorities.hue.${value}`)}
                </span>
              ),
            }))}
          />
        </Form.Item>
      </FormSection>
      <FormSection title={t("priorities.part.meaning")} help={t("priorities.definition_help")}>
        {(["definition", "examples"] as const).map((field) =>
          (["zh-CN", "en"] as const).map((locale) => (
            <Form.Item
              key={`${field} ${locale}`}
              name={[field, locale]}
              label={t(`priorities.${field}_${locale.slice(0, 2)}`)}
            >
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
            </Form.Item>
          )),
        )}
      </FormSection>
      <FormSection title={t("priorities.part.triage")}>
        <Form.Item name="words" label={t("priorities.words")} extra={t("priorities.words_help")}>
          <Select mode="tags" open={false} suffixIcon={null} maxTagCount={30} tokenSeparators={[",", "，", "、"]} />
        </Form.Item>
      </FormSection>
    </>
  );
}
