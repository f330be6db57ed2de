import { Form, Radio, Select } from "antd";
import { choosable, useDrafted } from "@/features/policy/entries/drafted";
import type { EditorProps } from "@/features/policy/entries/entries-page";
import { EntryEditor, type Named } from "@/features/policy/entries/entry-editor";
import { nameOf } from "@/features/policy/entry";
import { useWords } from "@/lib/words";
import { FormSection } from "@/ui/form/form-page";
import { Entries } from "./entries";
import css from "./forms.module.css";
import { FormPreview } from "./preview/preview";
import type { TicketForm } from "./preview/queries";
import { STEPS, useStatuses, useStepName } from "./steps";

export type FormEntry = NonNullable<TicketForm["fields"]>[number];

interface Entered extends Named {
  filled_by: "agent" | "portal";
  step: string;
  types: string[];
  fields: FormEntry[];
}

const enteredOf = (one: TicketForm | undefined): Omit<Entered, keyof Named> => ({
  filled_by: one?.filled_by ?? "agent",
  step: one?.step ?? "open",
  types: one?.types ?? [],
  fields: (one?.fields ?? []).map(whole),
});

const whole = ({ field, visible = "always", required = "never", read_only = "never" }: FormEntry): FormEntry => ({
  field,
  visible,
  required,
  read_only,
});

const formOf = ({ key, filled_by, step, types, fields }: Entered) => ({ key, filled_by, step, types, fields });

export function FormEditor(props: EditorProps<TicketForm>) {
  return (
    <EntryEditor<TicketForm, Entered> {...props} texts="forms" className={css.frame} entered={enteredOf} made={formOf}>
      {() => (
        <>
          <Place />
          <Entries />
          <Looks />
        </>
      )}
    </EntryEditor>
  );
}

/** Whose form it is, when, and of which tickets. */
function Place() {
  const { t, local } = useWords();
  const types = useDrafted("types");
  const statuses = useStatuses();
  const stepName = useStepName();
  const [by, chosen] = [Form.useWatch<string | undefined>("filled_by"), Form.useWatch<string[] | undefined>("types")];
  const steps = [
    ...STEPS.map((value) => ({ value, label: stepName(value) })),
    ...statuses.map(({ key, name }) => ({ value: key, label: t("forms.steps.status", { name: local(name) }) })),
  ];
  return (
    <FormSection title={t("forms.part.place")}>
      <Form.Item name="filled_by" required label={t("forms.filled_by")} extra={by && t(`forms.by_help.${by}`)}>
        <Radio.Group
          options={(["agent", "portal"] as const).map((value) => ({ value, label: t(`forms.by.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="step" required label={t("forms.step")} extra={t("forms.step_help")}>
        <Select showSearch={{ optionFilterProp: "label" }} options={steps} />
      </Form.Item>
      <Form.Item name="types" label={t("forms.types")} extra={t("forms.types_help")}>
        <Select mode="multiple" placeholder={t("forms.all_types")} options={choosable(types, local, chosen)} />
      </Form.Item>
    </FormSection>
  );
}

function Looks() {
  const form = Form.useFormInstance<Entered>();
  const entered = Form.useWatch([], { form, preserve: true }) as Entered | undefined;
  if (!entered?.fields) return null;
  const edited = { ...formOf(entered), key: entered.key || "new", name: nameOf(entered.name) };
  const isSound = entered.fields.every((one) => one?.field) && entered.name.en && entered.name["zh-CN"];
  return <FormPreview types={entered.types} step={entered.step} form={isSound ? (edited as TicketForm) : undefined} />;
}
