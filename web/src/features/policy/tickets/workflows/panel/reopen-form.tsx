import { Form, Select } from "antd";
import { choosable } from "@/features/policy/entries/drafted";
import { useWords } from "@/lib/words";
import { FormPage, FormSection } from "@/ui/form/form-page";
import { SpanInput } from "@/ui/form/span-input";
import type { Workflow } from "../model/flow";
import { useWhoOptions } from "./receivers";

type Reopening = Workflow["reopen"];

interface ReopenFormProps {
  flow: Workflow;
  isReadOnly: boolean;
  onSave: (rule: Reopening) => Promise<unknown>;
}

/** From a closed status, within a time; afterwards a linked follow-up is opened instead. */
export function ReopenForm({ flow, isReadOnly, onSave }: ReopenFormProps) {
  const { t, local } = useWords();
  const initial: Required<Reopening> = { who: ["requester", "lead"], ...flow.reopen };
  const needed = [{ required: true, message: t("common.needed") }];
  return (
    <FormPage<Required<Reopening>>
      isReadOnly={isReadOnly}
      initial={initial}
      nameOf={(field) => t(`workflows.reopen.${field}`)}
      onSave={onSave}
    >
      <FormSection title={t("workflows.reopening")} help={t("workflows.reopen_help")}>
        <Form.Item name="to" label={t("workflows.reopen.to")} rules={needed}>
          <Select options={choosable(flow.statuses, local, [flow.reopen.to])} />
        </Form.Item>
        <Form.Item name="window_s" label={t("workflows.reopen.window_s")} rules={needed}>
          <SpanInput label={t("workflows.reopen.window_s")} />
        </Form.Item>
        <Form.Item name="who" label={t("workflows.reopen.who")}>
          <Select mode="multiple" optionFilterProp="label" options={useWhoOptions(initial.who)} />
        </Form.Item>
      </FormSection>
    </FormPage>
  );
}
