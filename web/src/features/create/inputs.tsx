import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useNames } from "@/lib/directory";
import { sessionQuery } from "@/lib/session";
import { useWords } from "@/lib/words";
import { FormFields } from "@/ui/fields/form-fields";
import { useSettled } from "@/ui/fields/settled";
import { Alike } from "./alike";
import css from "./create-dialog.module.css";
import { Customer } from "./customer";
import { filledOf, prefixed } from "./opening";
import { formQuery } from "./queries";
import { TemplateSelect } from "./template-select";

const SEARCHABLE = { showSearch: { optionFilterProp: "label" } } as const;

/** `named`: custom fields that the server asked for. */
export function Inputs({ named }: { named: readonly string[] }) {
  const { t } = useWords();
  return (
    <>
      <TemplateSelect />
      <Title />
      <Form.Item name="text" label={t("common.field.description")}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={100_000} />
      </Form.Item>
      <Customer />
      <Alike />
      <Kind />
      <CustomFields named={named} />
      <Handling />
    </>
  );
}

/** The name of the category is offered to stand before it. */
function Title() {
  const { t, local } = useWords();
  const names = useNames();
  const form = Form.useFormInstance();
  const category = Form.useWatch<string | undefined>("category", form);
  const title = Form.useWatch<string | undefined>("title", form) ?? "";
  const name = local(names.path(category ?? null).at(-1));
  const next = prefixed(title, name);
  const offer = next && (
    <Button type="link" size="small" className={css.prefix} onClick={() => form.setFieldValue("title", next)}>
      {t("shell.create.prefix", { name })}
    </Button>
  );
  return (
    <Form.Item
      name="title"
      label={t("common.field.title")}
      extra={offer}
      rules={[{ required: true, message: t("common.needed") }]}
    >
      <Input autoFocus maxLength={200} />
    </Form.Item>
  );
}

function Kind() {
  const { t, local } = useWords();
  const names = useNames();
  const { data: me } = useQuery(sessionQuery);
  const mine = [...(me?.teams ?? []), ...(me?.led_teams ?? [])];
  const mayFile = (teams: readonly string[]) => teams.length === 0 || teams.some((team) => mine.includes(team));
  const form = Form.useFormInstance();
  const type: string | undefined = Form.useWatch("type");
  const keepWhatFits = (chosen: string | undefined) => {
    const category = form.getFieldValue("category");
    const fits = names.categoriesOf(chosen).some((each) => each.key === category);
    if (category && !fits) form.setFieldValue("category", undefined);
  };
  // What somebody chose themselves stays.
  const fillPriority = () => {
    const { category, type: chosen } = form.getFieldsValue();
    const usual = category && names.priorityOf(category, chosen);
    if (usual && !form.isFieldTouched("priority")) form.setFieldValue("priority", usual);
  };
  const needed = [{ required: true, message: t("common.needed") }];
  return (
    <div className={css.pair}>
      <Form.Item name="type" label={t("common.field.type")}>
        <Select
          allowClear
          placeholder={t("shell.create.by_category")}
          onChange={(chosen) => {
            keepWhatFits(chosen);
            fillPriority();
          }}
          options={names.types
            .filter((each) => !each.retired && mayFile(each.filed_by))
            .map((each) => ({ value: each.key, label: local(each.name) }))}
        />
      </Form.Item>
      <Form.Item name="category" label={t("common.field.category")} rules={needed}>
        <Select
          {...SEARCHABLE}
          onChange={fillPriority}
          options={names
            .categoriesOf(type)
            .map((each) => ({ value: each.key, label: names.path(each.key).map(local).join(" / ") }))}
        />
      </Form.Item>
      <Form.Item name="priority" label={t("common.field.priority")} rules={needed}>
        <Select
          options={names.priorities
            .filter((each) => !each.retired)
            .map((each) => ({ value: each.key, label: local(each.name), definition: local(each.definition) }))}
          optionRender={({ data }) => (
            <>
              {data.label}
              <div className={css.definition}>{data.definition}</div>
            </>
          )}
        />
      </Form.Item>
      <Form.Item name="tags" label={t("common.field.tags")}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[",", "，", "、"]} />
      </Form.Item>
    </div>
  );
}

/** The custom fields of the form for what is filled in, and those that a refusal named. */
function CustomFields({ named }: { named: readonly string[] }) {
  const names = useNames();
  const template = Form.useWatch<string | undefined>("template");
  const [type, category, priority, fields] = [
    Form.useWatch<string | undefined>("type"),
    Form.useWatch<string | undefined>("category"),
    Form.useWatch<string | undefined>("priority"),
    Form.useWatch<Record<string, unknown> | undefined>("fields"),
  ];
  const typed = useSettled({ type, category, priority, template, fields: filledOf(fields) });
  const { data: states = [] } = useQuery(formQuery(typed));
  const missed = named
    .filter((key) => states.every((state) => state.key !== key))
    .map((key) => ({ key, visible: true, required: true, read_only: false }));
  return <FormFields states={[...states, ...missed]} fields={names.fields} />;
}

/** Left empty, the rules decide. */
function Handling() {
  const { t, local } = useWords();
  const names = useNames();
  const byRules = t("shell.create.by_rules");
  return (
    <div className={css.pair}>
      <Form.Item name="team" label={t("common.field.team")}>
        <Select
          allowClear
          placeholder={byRules}
          options={names.directory.teams.map((each) => ({ value: each.key, label: local(each.name) }))}
        />
      </Form.Item>
      <Form.Item name="assignee_id" label={t("common.field.assignee")}>
        <Select
          {...SEARCHABLE}
          allowClear
          placeholder={byRules}
          options={names.directory.members
            .filter((each) => each.active)
            .map((each) => ({ value: each.id, label: each.name }))}
        />
      </Form.Item>
    </div>
  );
}
