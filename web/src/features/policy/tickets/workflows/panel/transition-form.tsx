import { useQuery } from "@tanstack/react-query";
import { Form, type FormInstance, Select } from "antd";
import { choosable } from "@/features/policy/entries/drafted";
import { NameFields } from "@/features/policy/entries/name-fields";
import { nameOf, type Texts, terse, textsOf } from "@/features/policy/entry";
import { type Whether, WhetherInput } from "@/features/policy/tickets/forms/whether";
import { draftedLanguageQuery } from "@/lib/api/conditions";
import { useWords } from "@/lib/words";
import { FormPage, FormSection } from "@/ui/form/form-page";
import type { Transition, Workflow } from "../model/flow";
import { Approval, type EnteredStep, enteredSteps, stepsOf } from "./approval";
import { useWhoOptions } from "./receivers";

export const OCCASIONS = [
  "assigned",
  "handed_over",
  "unassigned",
  "accepted",
  "customer_wrote",
  "agent_replied",
  "confirmed",
  "declined",
] as const;

interface Entered {
  key: string;
  name: Texts;
  from: string[];
  to: string;
  who: string[];
  on: Transition["on"];
  when: Whether;
  requires: string[];
  approval: EnteredStep[];
}

/** What a new transition begins with. */
export interface Drawn {
  from: string | undefined;
  to: string | undefined;
  name: Texts;
}

const enteredOf = (one: Transition | undefined, drawn: Drawn): Entered => ({
  key: one?.key ?? "",
  name: one ? textsOf(one.name) : drawn.name,
  from: one?.from ?? (drawn.from ? [drawn.from] : []),
  to: one?.to ?? drawn.to ?? "",
  who: one?.who ?? ["assignee", "lead"],
  on: one?.on ?? null,
  when: (one?.when as Whether | null | undefined) ?? "always",
  requires: one?.requires ?? [],
  approval: enteredSteps(one?.approval),
});

interface TransitionFormProps {
  flow: Workflow;
  published: Workflow | null;
  /** Undefined: a new one. */
  transition: Transition | undefined;
  drawn: Drawn;
  isReadOnly: boolean;
  onSave: (transition: Transition) => Promise<unknown>;
}

export function TransitionForm({ flow, published, transition, drawn, isReadOnly, onSave }: TransitionFormProps) {
  const { t } = useWords();
  const save = ({ name, when, approval, ...rest }: Entered) => {
    const entry = { ...transition, ...rest, name: nameOf(name), when: when === "always" ? null : when };
    const steps = stepsOf(approval, transition?.approval);
    // Both ends are said even where they are empty: the server tells what lacks.
    return onSave({ ...terse({ ...entry, approval: steps } as Transition), from: rest.from, who: rest.who });
  };
  const before = published?.transitions.find(({ key }) => key === transition?.key);
  return (
    <FormPage<Entered>
      isReadOnly={isReadOnly}
      initial={enteredOf(transition, drawn)}
      nameOf={(field) => (field === "key" ? undefined : t(`workflows.member.${field}`))}
      onSave={save}
    >
      {(form) => (
        <>
          <NameFields form={form} taken={transition ? undefined : new Set(flow.transitions.map(({ key }) => key))} />
          <Course form={form} flow={flow} />
          <Terms />
          <FormSection title={t("workflows.member.approval")} help={t("workflows.approval_help")}>
            <Approval published={new Set(before?.approval?.map(({ key }) => key))} />
          </FormSection>
        </>
      )}
    </FormPage>
  );
}

function Course({ form, flow }: { form: FormInstance<Entered>; flow: Workflow }) {
  const { t, local } = useWords();
  const chosen = Form.useWatch("who", form) ?? [];
  const needed = [{ required: true, message: t("common.needed") }];
  return (
    <FormSection title={t("workflows.part.course")}>
      <Form.Item name="from" label={t("workflows.member.from")} rules={needed}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={choosable(flow.statuses, local, Form.useWatch("from", form))}
        />
      </Form.Item>
      <Form.Item name="to" label={t("workflows.member.to")} rules={needed}>
        <Select options={choosable(flow.statuses, local, [Form.useWatch("to", form)])} />
      </Form.Item>
      <Form.Item name="who" label={t("workflows.member.who")} extra={t("workflows.who_help")}>
        <Select mode="multiple" optionFilterProp="label" options={useWhoOptions(chosen)} />
      </Form.Item>
      <Form.Item name="on" label={t("workflows.member.on")} extra={t("workflows.on_help")}>
        <Select
          allowClear
          placeholder={t("workflows.by_hand")}
          options={OCCASIONS.map((value) => ({ value, label: t(`workflows.occasion.${value}`) }))}
        />
      </Form.Item>
    </FormSection>
  );
}

function Terms() {
  const { t, local } = useWords();
  const { data: language } = useQuery(draftedLanguageQuery);
  return (
    <FormSection title={t("workflows.part.terms")} help={t("workflows.terms_help")}>
      <Form.Item name="when" required label={t("workflows.member.when")}>
        <WhetherInput label={t("workflows.member.when")} modes={["always", "when"]} />
      </Form.Item>
      <Form.Item name="requires" label={t("workflows.member.requires")} extra={t("workflows.requires_help")}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={language?.fields.map(({ key, name }) => ({ value: key, label: local(name) }))}
        />
      </Form.Item>
    </FormSection>
  );
}
