import { useQuery } from "@tanstack/react-query";
import { Form, Select, Switch } from "antd";
import type { Bundle } from "@/features/policy/draft";
import { Bilingual } from "@/features/policy/entries/bilingual";
import { choosable, useDrafted } from "@/features/policy/entries/drafted";
import type { EditorProps } from "@/features/policy/entries/entries-page";
import { EntryEditor, type Named } from "@/features/policy/entries/entry-editor";
import { nameOf, type Texts, textsOf } from "@/features/policy/entry";
import { FormPreview } from "@/features/policy/tickets/forms/preview/preview";
import { api, unwrap } from "@/lib/api";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { FormSection } from "@/ui/form/form-page";
import css from "../forms/forms.module.css";

export type TicketType = Bundle["types"][number];

const WHO_CLOSES = ["requester_or_timer", "lead", "initiator", "handler"] as const;

interface Entered extends Named {
  workflow: string | undefined;
  who_closes: (typeof WHO_CLOSES)[number];
  category_roots: string[];
  default_category: string | null;
  default_priority: string;
  default_team: string | null;
  department: string | null;
  filed_by: string[];
  needs_time: boolean;
  on_portal: boolean;
  guidance: Texts;
}

const enteredOf = (one: TicketType | undefined): Omit<Entered, keyof Named> => ({
  workflow: one?.workflow,
  who_closes: one?.who_closes ?? "requester_or_timer",
  category_roots: one?.category_roots ?? [],
  default_category: one?.default_category ?? null,
  default_priority: one?.default_priority ?? "P2",
  default_team: one?.default_team ?? null,
  department: one?.department ?? null,
  filed_by: one?.filed_by ?? [],
  needs_time: one?.needs_time ?? false,
  on_portal: one?.on_portal ?? true,
  guidance: textsOf(one?.guidance),
});

const typeOf = ({ guidance, workflow, ...rest }: Entered) => ({
  ...rest,
  workflow: workflow ?? "",
  guidance: nameOf(guidance),
});

export function TypeEditor(props: EditorProps<TicketType>) {
  return (
    <EntryEditor<TicketType, Entered> {...props} texts="types" className={css.frame} entered={enteredOf} made={typeOf}>
      {(_form, one) => (
        <>
          <Course />
          <Filing />
          <Receiving />
          <Guidance />
          {one && <FormPreview types={[one.key]} />}
        </>
      )}
    </EntryEditor>
  );
}

function Course() {
  const { t, local } = useWords();
  const workflows = useDrafted("workflows");
  const chosen = Form.useWatch<string | undefined>("workflow");
  const closing = Form.useWatch<string | undefined>("who_closes");
  const needed = [{ required: true, message: t("common.needed") }];
  return (
    <FormSection title={t("types.part.course")}>
      <Form.Item name="workflow" label={t("types.workflow")} extra={t("types.workflow_help")} rules={needed}>
        <Select options={choosable(workflows, local, [chosen])} />
      </Form.Item>
      <Form.Item
        name="who_closes"
        required
        label={t("types.who_closes")}
        extra={closing && t(`types.closes_help.${closing}`)}
      >
        <Select options={WHO_CLOSES.map((value) => ({ value, label: t(`types.closes.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="needs_time"
        required
        label={t("types.needs_time")}
        extra={t("types.needs_time_help")}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
    </FormSection>
  );
}

function Filing() {
  const { t, local } = useWords();
  const { directory } = useNames();
  return (
    <FormSection title={t("types.part.filing")}>
      <Form.Item name="filed_by" label={t("types.filed_by")} extra={t("types.filed_by_help")}>
        <Select mode="multiple" placeholder={t("types.everybody")} options={choosable(directory.teams, local)} />
      </Form.Item>
      <Form.Item name="on_portal" required label={t("types.on_portal")} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormSection>
  );
}

const SEARCHABLE = { showSearch: { optionFilterProp: "label" } } as const;

function Receiving() {
  const { t, local } = useWords();
  const { directory } = useNames();
  const [categories, priorities] = [useDrafted("categories"), useDrafted("priorities")];
  const departments = useDepartments();
  const [roots, category] = [Form.useWatch<string[] | undefined>("category_roots"), Form.useWatch("default_category")];
  const parents = new Map(categories.map(({ key, parent }) => [key, parent]));
  const path = (key: string) => {
    const way: string[] = [];
    for (let at: string | null | undefined = key; at && !way.includes(at); at = parents.get(at)) way.unshift(at);
    return way.map((each) => local(categories.find((one) => one.key === each)?.name) || each).join(" / ");
  };
  const offered = choosable(categories, local, [...(roots ?? []), category]).map(({ value }) => ({
    value,
    label: path(value),
  }));
  return (
    <FormSection title={t("types.part.receiving")}>
      <Form.Item name="department" label={t("types.department")} extra={t("types.department_help")}>
        <Select allowClear options={choosable(departments, local)} />
      </Form.Item>
      <Form.Item name="default_team" label={t("types.default_team")} extra={t("types.default_team_help")}>
        <Select allowClear options={choosable(directory.teams, local)} />
      </Form.Item>
      <Form.Item name="category_roots" label={t("types.category_roots")} extra={t("types.category_roots_help")}>
        <Select {...SEARCHABLE} mode="multiple" placeholder={t("types.all_categories")} options={offered} />
      </Form.Item>
      <Form.Item name="default_category" label={t("types.default_category")}>
        <Select {...SEARCHABLE} allowClear options={offered} />
      </Form.Item>
      <Form.Item name="default_priority" required label={t("types.default_priority")}>
        <Select options={choosable(priorities, local)} />
      </Form.Item>
    </FormSection>
  );
}

function Guidance() {
  const { t } = useWords();
  return (
    <FormSection title={t("types.part.guidance")} help={t("types.guidance_help")}>
      <Bilingual name="guidance" labels={[t("types.guidance_zh"), t("types.guidance_en")]} rows={4} most={4000} />
    </FormSection>
  );
}

function useDepartments() {
  const { data } = useQuery({
    queryKey: ["departments"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/departments", { signal })),
  });
  return data ?? [];
}
