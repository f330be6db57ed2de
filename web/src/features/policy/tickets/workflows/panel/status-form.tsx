import { Form, type FormInstance, Select, Switch } from "antd";
import { NameFields } from "@/features/policy/entries/name-fields";
import { nameOf, type Texts, terse, textsOf } from "@/features/policy/entry";
import { useWords } from "@/lib/words";
import { FormPage, FormSection } from "@/ui/form/form-page";
import { COLOURS, PHASES, type Status, type Workflow } from "../model/flow";
import { Actions } from "./actions";
import { GoalFields } from "./goal-fields";
import { Limits } from "./limits";
import css from "./panel.module.css";
import { useWhoOptions } from "./receivers";

interface Entered extends Omit<Required<Status>, "name" | "goal" | "retired"> {
  name: Texts;
  goal: Texts;
  is_initial: boolean;
  /** For actions that move: not saved. */
  flow_statuses: Status[];
}

const METRICS = ["first_response", "next_response", "update", "accept", "stage", "resolution"] as const;

function enteredOf(one: Status | undefined, flow: Workflow): Entered {
  return {
    key: one?.key ?? "",
    name: textsOf(one?.name),
    phase: one?.phase ?? "open",
    colour: one?.colour ?? "grey",
    goal: textsOf(one?.goal),
    responsible: one?.responsible ?? "assignee",
    also_responsible: one?.also_responsible ?? null,
    pauses: one?.pauses ?? null,
    limits: one?.limits ?? [],
    on_enter: one?.on_enter ?? [],
    is_initial: flow.initial === one?.key,
    flow_statuses: flow.statuses,
  };
}

interface StatusFormProps {
  flow: Workflow;
  published: Workflow | null;
  /** Undefined: a new one. */
  status: Status | undefined;
  isReadOnly: boolean;
  onSave: (status: Status, isInitial: boolean) => Promise<unknown>;
}

export function StatusForm({ flow, published, status, isReadOnly, onSave }: StatusFormProps) {
  const { t } = useWords();
  const save = ({ is_initial, flow_statuses: _, ...rest }: Entered) => {
    // What pauses no clock at all says so; `null` leaves it to the promises.
    const { pauses } = rest;
    const entry = terse({ ...status, ...rest, name: nameOf(rest.name), goal: nameOf(rest.goal) } as Status);
    return onSave({ ...entry, ...(pauses ? { pauses } : {}) }, is_initial);
  };
  const before = published?.statuses.find(({ key }) => key === status?.key);
  return (
    <FormPage<Entered>
      isReadOnly={isReadOnly}
      initial={enteredOf(status, flow)}
      nameOf={(field) => (field === "key" ? undefined : t(`workflows.member.${field}`))}
      onSave={save}
    >
      {(form) => (
        <Fields
          form={form}
          taken={status ? undefined : new Set(flow.statuses.map(({ key }) => key))}
          limits={new Set(before?.limits?.map(({ key }) => key))}
          isInitial={flow.initial === status?.key}
        />
      )}
    </FormPage>
  );
}

interface FieldsProps {
  form: FormInstance<Entered>;
  taken: ReadonlySet<string> | undefined;
  limits: ReadonlySet<string>;
  isInitial: boolean;
}

function Fields({ form, taken, limits, isInitial }: FieldsProps) {
  const { t } = useWords();
  const [responsible, also] = [Form.useWatch("responsible", form), Form.useWatch("also_responsible", form)];
  const who = useWhoOptions([responsible, also]);
  return (
    <>
      <NameFields form={form} taken={taken} />
      <FormSection title={t("workflows.part.phase")}>
        <Form.Item name="phase" required label={t("workflows.member.phase")} extra={t("workflows.phase_help")}>
          <Select options={PHASES.map((value) => ({ value, label: t(`workflows.phase.${value}`) }))} />
        </Form.Item>
        <Form.Item name="colour" required label={t("workflows.member.colour")}>
          <Select
            options={COLOURS.map((value) => ({ value, label: t(`workflows.hue.${value}`) }))}
            optionRender={({ value, label }) => (
              <span className={css.hue} data-status-colour={value}>
                {label}
              </span>
            )}
          />
        </Form.Item>
        <Form.Item name="is_initial" required label={t("workflows.member.is_initial")} valuePropName="checked">
          <Switch disabled={isInitial} />
        </Form.Item>
      </FormSection>
      <FormSection title={t("workflows.part.duty")} help={t("workflows.duty_help")}>
        <GoalFields />
        <Form.Item name="responsible" required label={t("workflows.member.responsible")}>
          <Select options={who} />
        </Form.Item>
        <Form.Item name="also_responsible" label={t("workflows.member.also_responsible")}>
          <Select allowClear options={who} />
        </Form.Item>
        <Pauses />
      </FormSection>
      <FormSection title={t("workflows.member.limits")} help={t("workflows.limits_help")}>
        <Limits published={limits} />
      </FormSection>
      <FormSection title={t("workflows.member.on_enter")} help={t("workflows.on_enter_help")}>
        <Actions name={["on_enter"]} at={["on_enter"]} label={t("workflows.member.on_enter")} />
      </FormSection>
    </>
  );
}

/** Said instead of a clock: none stands still here, whatever the promises say. */
const NONE = ":none";

/** Which clocks stand still here; nothing chosen at all leaves it to the promises. */
function Pauses() {
  const { t } = useWords();
  const clocks = METRICS.map((value) => ({ value: value as string, label: t(`common.metric.${value}`) }));
  return (
    <Form.Item
      name="pauses"
      label={t("workflows.member.pauses")}
      extra={t("workflows.pauses_help")}
      getValueProps={(value: string[] | null) => ({ value: value?.length === 0 ? [NONE] : (value ?? []) })}
      getValueFromEvent={(value: string[]) => {
        if (value.at(-1) === NONE) return [];
        const clocks = value.filter((one) => one !== NONE);
        return clocks.length > 0 ? clocks : null;
      }}
    >
      <Select
        mode="multiple"
        placeholder={t("workflows.by_promise")}
        options={[...clocks, { value: NONE, label: t("workflows.no_clock") }]}
      />
    </Form.Item>
  );
}
