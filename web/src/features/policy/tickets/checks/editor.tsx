import { Form, Input, Select } from "antd";
import { useState } from "react";
import { useClash } from "@/features/policy/clash";
import { type DraftSection, useDraftSection } from "@/features/policy/draft";
import type { EditorProps } from "@/features/policy/entries/entries-page";
import { isKey, keyOf, withEntry } from "@/features/policy/entry";
import type { Schemas } from "@/lib/api";
import { useWords } from "@/lib/words";
import { FormPage, FormSection } from "@/ui/form/form-page";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { type Checklist, checklistOf, type Entered, enteredOf } from "./entered";
import { ItemList } from "./items";

type TicketType = Schemas["TicketType"];

export function ChecklistEditor({ id, section, onClose }: EditorProps<Checklist>) {
  const { t, local } = useWords();
  const types = useDraftSection("types");
  const { clash } = useClash(types);
  const all = section.value;
  const found = all?.find(({ key }) => key === id);
  const error = section.error ?? types.error;
  const retry = section.error ? section.retry : types.retry;
  const title = id === "new" ? t("checks.add") : local(found?.name) || t("checks.title");
  const isThere = all !== undefined && types.value !== undefined;
  return (
    <SettingsPage title={title} lead={t("policy.saved_as")} onBack={onClose}>
      {!isThere && (error ? <Failure error={error} onRetry={retry} /> : <SkeletonLines count={6} height={44} />)}
      {isThere && id !== "new" && !found && (
        <Empty icon="search" title={t("common.no_page.title")} text={t("common.no_page.text")} />
      )}
      {isThere && types.value && (id === "new" || found) && (
        <ChecklistForm all={all} bound={types.value} one={found} section={section} types={types} onAdded={onClose} />
      )}
      {clash}
    </SettingsPage>
  );
}

interface FormProps {
  all: Checklist[];
  bound: TicketType[];
  one: Checklist | undefined;
  section: DraftSection<Checklist[]>;
  types: DraftSection<TicketType[]>;
  onAdded: () => void;
}

const boundBy = (types: readonly TicketType[], key: string | undefined) =>
  types.filter((each) => key !== undefined && each.checklist === key && !each.retired).map((each) => each.key);

function ChecklistForm({ all, bound, one, section, types, onAdded }: FormProps) {
  const { t } = useWords();
  // What others draft meanwhile does not wipe out what is being entered; saving goes on top of it.
  const [kept, setKept] = useState({ all, bound, entered: enteredOf(one, boundBy(bound, one?.key)), n: 0 });
  const save = async (entered: Entered) => {
    const entry = checklistOf(
      entered,
      kept.all.find(({ key }) => key === entered.key),
    );
    const after = await section.save(withEntry(kept.all, entry), kept.all);
    const next = kept.bound.map((each) => withChecklist(each, entry.key, entered.types.includes(each.key)));
    const isSame = next.every((each, n) => each === kept.bound[n]);
    const afterTypes = isSame ? kept.bound : await types.save(next, kept.bound);
    if (!one) return onAdded();
    setKept({ all: after, bound: afterTypes, entered: enteredOf(entry, entered.types), n: kept.n + 1 });
  };
  return (
    <FormPage<Entered>
      key={kept.n}
      isReadOnly={one && !section.mayEdit(one.key)}
      initial={kept.entered}
      nameOf={(field) => (field === "key" ? undefined : t(`checks.member.${field}`))}
      onSave={save}
    >
      {(form) => (
        <>
          <NameFields
            all={all}
            one={one}
            bound={bound}
            onSuggest={(taken) => {
              const { key, name } = form.getFieldsValue(true);
              if (!one && !key) form.setFieldValue("key", keyOf(name.en, taken));
            }}
          />
          <FormSection title={t("checks.items")} help={t("checks.items_help")}>
            <ItemList />
          </FormSection>
        </>
      )}
    </FormPage>
  );
}

/** The type, naming the list or not. */
function withChecklist(type: TicketType, key: string, isBound: boolean): TicketType {
  if (isBound) return type.checklist === key ? type : { ...type, checklist: key };
  return type.checklist === key ? { ...type, checklist: null } : type;
}

interface NameProps extends Pick<FormProps, "all" | "one" | "bound"> {
  onSuggest: (taken: ReadonlySet<string>) => void;
}

function NameFields({ all, one, bound, onSuggest }: NameProps) {
  const { t, local } = useWords();
  const needed = { required: true, whitespace: true, message: t("common.needed") };
  const taken = new Set(all.map(({ key }) => key));
  const keyRule = {
    validator: async (_: unknown, key: string) => {
      if (!isKey(key)) throw Error(t("checks.key_wrong"));
      if (taken.has(key)) throw Error(t("checks.key_taken"));
    },
  };
  return (
    <FormSection title={t("checks.part.name")}>
      <Form.Item name={["name", "zh-CN"]} label={t("checks.name_zh")} rules={[needed]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={["name", "en"]} label={t("checks.name_en")} rules={[needed]}>
        <Input maxLength={100} onBlur={() => onSuggest(taken)} />
      </Form.Item>
      <Form.Item name="key" required label={t("checks.key")} extra={t("checks.key_help")} rules={one ? [] : [keyRule]}>
        <Input maxLength={63} disabled={Boolean(one)} />
      </Form.Item>
      <Form.Item name="types" label={t("checks.types")} extra={t("checks.types_help")}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={bound.filter(({ retired }) => !retired).map(({ key, name }) => ({ value: key, label: local(name) }))}
        />
      </Form.Item>
    </FormSection>
  );
}
