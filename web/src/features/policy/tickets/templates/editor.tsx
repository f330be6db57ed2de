import { Form, Input, Select } from "antd";
import type { Bundle } from "@/features/policy/draft";
import { Bilingual } from "@/features/policy/entries/bilingual";
import { choosable, useDrafted } from "@/features/policy/entries/drafted";
import type { EditorProps } from "@/features/policy/entries/entries-page";
import { EntryEditor, type Named } from "@/features/policy/entries/entry-editor";
import { nameOf, type Texts, terse, textsOf } from "@/features/policy/entry";
import css from "@/features/policy/tickets/forms/forms.module.css";
import { useWords } from "@/lib/words";
import { FormSection } from "@/ui/form/form-page";
import { Asked } from "./asked";

export type TicketTemplate = Bundle["templates"][number];
export type TemplateField = NonNullable<TicketTemplate["fields"]>[number];

interface Entered extends Named {
  offered_to: ("agent" | "portal")[];
  type: string | undefined;
  category: string | null;
  priority: string | null;
  title: Texts;
  text: Texts;
  note: Texts;
  fields: TemplateField[];
}

const enteredOf = (one: TicketTemplate | undefined): Omit<Entered, keyof Named> => ({
  offered_to: one?.offered_to ?? ["agent"],
  type: one?.type,
  category: one?.category ?? null,
  priority: one?.priority ?? null,
  title: textsOf(one?.title),
  text: textsOf(one?.text),
  note: textsOf(one?.note),
  fields: (one?.fields ?? []).map(({ field, value = null, required = false }) => ({ field, value, required })),
});

const templateOf = ({ type, title, text, note, fields, ...rest }: Entered) => ({
  ...rest,
  type: type ?? "",
  title: nameOf(title),
  text: nameOf(text),
  note: nameOf(note),
  fields: fields
    .filter((one) => one?.field)
    .map((one) => terse({ ...one, value: one.value === "" ? null : one.value })),
});

export function TemplateEditor(props: EditorProps<TicketTemplate>) {
  const { t } = useWords();
  return (
    <EntryEditor<TicketTemplate, Entered>
      {...props}
      texts="templates"
      className={css.frame}
      entered={enteredOf}
      made={templateOf}
    >
      {() => (
        <>
          <Place />
          <FormSection title={t("templates.part.texts")} help={t("templates.texts_help")}>
            <Line name="title" labels={[t("templates.title_zh"), t("templates.title_en")]} />
            <Bilingual name="text" labels={[t("templates.text_zh"), t("templates.text_en")]} rows={4} most={4000} />
            <Bilingual name="note" labels={[t("templates.note_zh"), t("templates.note_en")]} rows={1} most={500} />
          </FormSection>
          <Asked />
        </>
      )}
    </EntryEditor>
  );
}

function Line({ name, labels }: { name: string; labels: readonly [string, string] }) {
  return (["zh-CN", "en"] as const).map((locale, n) => (
    <Form.Item key={locale} name={[name, locale]} label={labels[n]}>
      <Input maxLength={150} />
    </Form.Item>
  ));
}

const SEARCHABLE = { showSearch: { optionFilterProp: "label" } } as const;

function Place() {
  const { t, local } = useWords();
  const [types, categories, priorities] = [useDrafted("types"), useDrafted("categories"), useDrafted("priorities")];
  const [type, category] = [Form.useWatch<string | undefined>("type"), Form.useWatch<string | undefined>("category")];
  const roots = types.find(({ key }) => key === type)?.category_roots ?? [];
  const way = (key: string) => {
    const keys: string[] = [];
    for (let at: string | null | undefined = key; at && !keys.includes(at); ) {
      keys.unshift(at);
      const here: string = at;
      at = categories.find((one) => one.key === here)?.parent;
    }
    return keys;
  };
  const offered = choosable(categories, local, [category])
    .map(({ value }) => ({ value, way: way(value) }))
    .filter((one) => roots.length === 0 || one.way.some((key) => roots.includes(key)))
    .map((one) => ({
      value: one.value,
      label: one.way.map((key) => local(categories.find((each) => each.key === key)?.name) || key).join(" / "),
    }));
  const needed = [{ required: true, message: t("common.needed") }];
  return (
    <FormSection title={t("templates.part.place")}>
      <Form.Item name="offered_to" label={t("templates.offered_to")} rules={needed}>
        <Select
          mode="multiple"
          options={(["agent", "portal"] as const).map((value) => ({ value, label: t(`forms.by.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="type" label={t("templates.type")} rules={needed}>
        <Select options={choosable(types, local, [type])} />
      </Form.Item>
      <Form.Item name="category" label={t("templates.category")}>
        <Select {...SEARCHABLE} allowClear options={offered} />
      </Form.Item>
      <Form.Item name="priority" label={t("templates.priority")} extra={t("templates.priority_help")}>
        <Select allowClear options={choosable(priorities, local)} />
      </Form.Item>
    </FormSection>
  );
}
