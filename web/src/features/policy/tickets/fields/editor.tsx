import { Form, Input, Select, Switch } from "antd";
import { Bilingual } from "@/features/policy/entries/bilingual";
import { choosable, useDrafted } from "@/features/policy/entries/drafted";
import type { EditorProps } from "@/features/policy/entries/entries-page";
import { EntryEditor, type Named } from "@/features/policy/entries/entry-editor";
import { nameOf, type Texts, textsOf } from "@/features/policy/entry";
import css from "@/features/policy/tickets/forms/forms.module.css";
import { FormPreview } from "@/features/policy/tickets/forms/preview/preview";
import type { CustomField } from "@/features/policy/tickets/forms/preview/queries";
import { useWords } from "@/lib/words";
import { KINDS } from "@/ui/fields/kinds";
import { FormSection } from "@/ui/form/form-page";
import { type Choice, Choices, choicesOf } from "./choices";

interface Entered extends Named {
  kind: CustomField["kind"];
  types: string[];
  choices: Choice[];
  sensitive: boolean;
  filterable: boolean;
  help: Texts;
  pattern: string;
}

const enteredOf = (one: CustomField | undefined): Omit<Entered, keyof Named> => ({
  kind: one?.kind ?? "text",
  types: one?.types ?? [],
  choices: (one?.choices ?? []).map(({ key, name, parent = null, retired = false }) => ({
    key,
    name: textsOf(name),
    parent,
    retired,
  })),
  sensitive: one?.sensitive ?? false,
  filterable: one?.filterable ?? false,
  help: textsOf(one?.help),
  pattern: one?.pattern ?? "",
});

const fieldOf = ({
  kind,
  types,
  choices,
  sensitive,
  filterable,
  help,
  pattern,
}: Entered): Omit<CustomField, "name"> => ({
  key: "",
  kind,
  types,
  choices: KINDS[kind]?.hasChoices ? choicesOf(choices.filter(Boolean)) : [],
  sensitive,
  filterable,
  help: nameOf(help),
  pattern: KINDS[kind]?.hasPattern ? (pattern ?? "") : "",
});

export function FieldEditor(props: EditorProps<CustomField>) {
  return (
    <EntryEditor<CustomField, Entered>
      {...props}
      texts="fields"
      className={css.frame}
      entered={enteredOf}
      made={fieldOf}
    >
      {(_form, one) => (
        <>
          <Kind one={one} />
          <Use />
          <Looks />
        </>
      )}
    </EntryEditor>
  );
}

function Kind({ one }: { one: CustomField | undefined }) {
  const { t } = useWords();
  const kind = Form.useWatch<string | undefined>("kind") ?? "text";
  const known = new Set((one?.choices ?? []).map(({ key }) => key));
  return (
    <FormSection title={t("fields.part.kind")}>
      <Form.Item
        name="kind"
        required
        label={t("fields.kind")}
        extra={one ? t("fields.kind_stays") : t(`fields.kinds_help.${kind}`)}
      >
        <Select
          disabled={Boolean(one)}
          showSearch={{ optionFilterProp: "label" }}
          options={Object.keys(KINDS).map((value) => ({ value, label: t(`fields.kinds.${value}`) }))}
        />
      </Form.Item>
      {KINDS[kind]?.hasChoices && <Choices known={known} hasSteps={KINDS[kind]?.hasSteps ?? false} />}
      {KINDS[kind]?.hasPattern && (
        <Form.Item
          name="pattern"
          label={t("fields.pattern")}
          extra={t("fields.pattern_help")}
          rules={[{ required: true, whitespace: true, message: t("common.needed") }]}
        >
          <Input maxLength={500} spellCheck={false} />
        </Form.Item>
      )}
    </FormSection>
  );
}

function Use() {
  const { t, local } = useWords();
  const types = useDrafted("types");
  const chosen = Form.useWatch<string[] | undefined>("types");
  return (
    <FormSection title={t("fields.part.use")}>
      <Form.Item name="types" label={t("fields.types")} extra={t("fields.types_help")}>
        <Select mode="multiple" placeholder={t("fields.all_types")} options={choosable(types, local, chosen)} />
      </Form.Item>
      {(["sensitive", "filterable"] as const).map((name) => (
        <Form.Item
          key={name}
          name={name}
          required
          label={t(`fields.${name}`)}
          extra={t(`fields.${name}_help`)}
          valuePropName="checked"
        >
          <Switch />
        </Form.Item>
      ))}
      <Bilingual name="help" labels={[t("fields.help_zh"), t("fields.help_en")]} />
    </FormSection>
  );
}

/** As both sides are asked for it, by a form that holds it alone. */
function Looks() {
  const { t } = useWords();
  const form = Form.useFormInstance<Entered>();
  const entered = Form.useWatch([], { form, preserve: true }) as Entered | undefined;
  if (!entered?.name?.en || !entered.name["zh-CN"]) return <p className={css.hint}>{t("fields.preview_later")}</p>;
  const choices = (entered.choices ?? []).filter((one) => one?.name?.en && one.name["zh-CN"]);
  const field = { ...fieldOf({ ...entered, choices }), key: entered.key || "new", name: nameOf(entered.name) };
  return <FormPreview types={entered.types} field={field} />;
}
