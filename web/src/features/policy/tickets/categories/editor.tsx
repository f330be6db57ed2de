import { Form, type FormInstance, Input, Select } from "antd";
import { useState } from "react";
import type { DraftSection } from "@/features/policy/draft";
import { isKey, keyOf, nameOf, type Texts, terse, textsOf, withEntry } from "@/features/policy/entry";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { FormPage, FormSection } from "@/ui/form/form-page";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { useDepartments } from "./departments";
import { type Category, keysBelow, treeOf, waysOf } from "./tree";

/** Before the key of what a new one is to stand below; no key has such a sign. */
export const NEW_BELOW = "new:";

interface EditorProps {
  id: string;
  section: DraftSection<Category[]>;
  /** `added`: the key of a new one. */
  onClose: (added?: string) => void;
}

export function CategoryEditor({ id, section, onClose }: EditorProps) {
  const { t, local } = useWords();
  const { value: all, error, retry } = section;
  const found = all?.find(({ key }) => key === id);
  const parent = id.startsWith(NEW_BELOW) ? id.slice(NEW_BELOW.length) : undefined;
  const isNew = id === "new" || parent !== undefined;
  const title = isNew ? t("categories.add") : local(found?.name) || t("categories.title");
  return (
    <SettingsPage title={title} lead={t("policy.saved_as")} onBack={() => onClose()}>
      {!all && (error ? <Failure error={error} onRetry={retry} /> : <SkeletonLines count={6} height={44} />)}
      {all && !isNew && !found && (
        <Empty icon="search" title={t("common.no_page.title")} text={t("common.no_page.text")} />
      )}
      {all && (isNew || found) && (
        <CategoryForm all={all} category={found} parent={parent} section={section} onAdded={onClose} />
      )}
    </SettingsPage>
  );
}

interface Entered {
  key: string;
  name: Texts;
  parent: string | null;
  department: string | null;
  team: string | null;
  default_type: string | null;
  default_priority: string | null;
  description: Texts;
  words: string[];
}

const enteredOf = (one: Category | undefined, parent: string | undefined): Entered => ({
  key: one?.key ?? "",
  name: textsOf(one?.name),
  parent: one ? (one.parent ?? null) : (parent ?? null),
  department: one?.department ?? null,
  team: one?.team ?? null,
  default_type: one?.default_type ?? null,
  default_priority: one?.default_priority ?? null,
  description: textsOf(one?.description),
  words: one?.words ?? [],
});

interface FormProps {
  all: Category[];
  category: Category | undefined;
  parent: string | undefined;
  section: DraftSection<Category[]>;
  onAdded: (key: string) => void;
}

function CategoryForm({ all, category, parent, section, onAdded }: FormProps) {
  const { t } = useWords();
  // What others draft meanwhile does not wipe out what is being entered; saving goes on top of it.
  const [kept, setKept] = useState({ all, entered: enteredOf(category, parent), n: 0 });
  const save = async ({ name, description, ...rest }: Entered) => {
    const before = kept.all.find(({ key }) => key === rest.key);
    const entry: Category = {
      ...before,
      ...rest,
      name: nameOf(name),
      description: nameOf(description),
    };
    const after = await section.save(withEntry(kept.all, terse(entry)), kept.all);
    if (!category) return onAdded(entry.key);
    setKept({ all: after, entered: enteredOf(entry, undefined), n: kept.n + 1 });
  };
  const labels: Record<string, string> = {
    name: t("categories.member.name"),
    parent: t("categories.parent"),
    department: t("categories.department"),
    team: t("categories.team"),
    default_type: t("categories.default_type"),
    default_priority: t("categories.default_priority"),
    description: t("categories.member.description"),
    words: t("categories.words"),
  };
  return (
    <FormPage<Entered>
      key={kept.n}
      isReadOnly={category && !section.mayEdit(category.key)}
      initial={kept.entered}
      nameOf={(field) => labels[field]}
      onSave={save}
    >
      {(form) => <Fields form={form} all={all} category={category} />}
    </FormPage>
  );
}

function Fields({ form, all, category }: { form: FormInstance<Entered>; all: Category[]; category?: Category }) {
  const { t, local } = useWords();
  const names = useNames();
  const departments = useDepartments();
  const needed = { required: true, whitespace: true, message: t("common.needed") };
  const taken = new Set(all.map(({ key }) => key));
  const under = category ? new Set([category.key, ...keysBelow(all, category.key)]) : new Set<string>();
  const free = all.filter(({ key, retired }) => !under.has(key) && !retired);
  const keyRule = {
    validator: async (_: unknown, key: string) => {
      if (!isKey(key)) throw Error(t("categories.key_wrong"));
      if (taken.has(key)) throw Error(t("categories.key_taken"));
    },
  };
  const suggest = () => {
    const { key, name } = form.getFieldsValue(true);
    if (!category && !key) form.setFieldValue("key", keyOf(name.en, taken));
  };
  return (
    <>
      <FormSection title={t("categories.part.name")}>
        <Form.Item name={["name", "zh-CN"]} label={t("categories.name_zh")} rules={[needed]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name={["name", "en"]} label={t("categories.name_en")} rules={[needed]}>
          <Input maxLength={100} onBlur={suggest} />
        </Form.Item>
        <Form.Item
          name="key"
          required
          label={t("categories.key")}
          extra={t("categories.key_help")}
          rules={category ? [] : [keyRule]}
        >
          <Input maxLength={63} disabled={Boolean(category)} />
        </Form.Item>
      </FormSection>
      <FormSection title={t("categories.part.place")}>
        <Form.Item name="parent" label={t("categories.parent")}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            placeholder={t("categories.top")}
            options={waysOf(treeOf(free)).map(({ key, way }) => ({
              value: key,
              label: way.map(({ name }) => local(name)).join(" / "),
            }))}
          />
        </Form.Item>
        <Form.Item name="department" label={t("categories.department")}>
          <Select
            allowClear
            placeholder={t("categories.inherit")}
            options={departments.map(({ key, name }) => ({ value: key, label: local(name) }))}
          />
        </Form.Item>
        <Form.Item name="team" label={t("categories.team")}>
          <Select
            allowClear
            placeholder={t("categories.inherit")}
            options={names.directory.teams.map(({ key, name }) => ({ value: key, label: local(name) }))}
          />
        </Form.Item>
      </FormSection>
      <Defaults />
      <FormSection title={t("categories.part.triage")}>
        <Form.Item name={["description", "zh-CN"]} label={t("categories.description_zh")}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
        <Form.Item name={["description", "en"]} label={t("categories.description_en")}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
        <Form.Item name="words" label={t("categories.words")} extra={t("categories.words_help")}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[",", "，", "、"]} />
        </Form.Item>
      </FormSection>
    </>
  );
}

/** What a new ticket of the category is where nobody says otherwise. */
function Defaults() {
  const { t, local } = useWords();
  const { types, priorities } = useNames();
  const lists = { default_type: types, default_priority: priorities } as const;
  return (
    <FormSection title={t("categories.part.defaults")} help={t("categories.defaults_help")}>
      {(["default_type", "default_priority"] as const).map((field) => (
        <Form.Item key={field} name={field} label={t(`categories.${field}`)}>
          <Select
            allowClear
            placeholder={t("categories.inherit")}
            options={lists[field]
              .filter(({ retired }) => !retired)
              .map(({ key, name }) => ({ value: key, label: local(name) }))}
          />
        </Form.Item>
      ))}
    </FormSection>
  );
}
