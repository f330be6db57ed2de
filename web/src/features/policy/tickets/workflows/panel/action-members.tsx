/** What an action is told besides its kind. */
import { Form, Input, Select } from "antd";
import { choosable, useDrafted } from "@/features/policy/entries/drafted";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { FieldInput } from "@/ui/fields/field-input";
import { type Action, type Status, standing } from "../model/flow";
import { ReceiversInput } from "./receivers";

const LETTERS = [
  "acknowledgement",
  "assigned",
  "waiting_reminder",
  "resolved",
  "resolved_last_notice",
  "second_confirmation",
  "closed",
  "reopened",
] as const;
const REASONS = ["solved", "confirmed", "timed_out", "not_needed", "duplicate"] as const;
/** What stands in the ticket itself and can be set; its title is nothing that a rule knows. */
const PLAIN = ["priority", "type", "category"] as const;

interface MembersProps {
  row: number;
  /** The action from the top of the form. */
  at: (string | number)[];
}

export function ActionMembers({ row, at }: MembersProps) {
  const form = Form.useFormInstance();
  const kind = Form.useWatch([...at, "do"], form) as Action["do"] | undefined;
  if (kind === "remind") return <Remind row={row} />;
  if (kind === "escalate") return <Escalate row={row} />;
  if (kind === "tell_customer") return <TellCustomer row={row} />;
  if (kind === "move") return <Move row={row} />;
  if (kind === "set_field") return <SetField row={row} at={at} />;
  if (kind === "add_tags") return <AddTags row={row} />;
  if (kind === "set_team") return <SetTeam row={row} />;
  return null;
}

function useNeeded() {
  const { t } = useWords();
  return [{ required: true, message: t("common.needed") }];
}

function Remind({ row }: { row: number }) {
  const { t } = useWords();
  const needed = useNeeded();
  return (
    <>
      <Form.Item name={[row, "to"]} label={t("workflows.remind_whom")} rules={needed}>
        <ReceiversInput label={t("workflows.remind_whom")} />
      </Form.Item>
      <Form.Item name={[row, "text", "zh-CN"]} label={t("workflows.text_zh")} rules={needed}>
        <Input.TextArea autoSize maxLength={200} />
      </Form.Item>
      <Form.Item name={[row, "text", "en"]} label={t("workflows.text_en")} rules={needed}>
        <Input.TextArea autoSize maxLength={200} />
      </Form.Item>
    </>
  );
}

function Escalate({ row }: { row: number }) {
  const { t, local } = useWords();
  const levels = useDrafted("ladders").flatMap((ladder) =>
    standing(ladder.levels).map(({ key, name }) => ({ value: key, label: local(name) })),
  );
  const distinct = [...new Map(levels.map((one) => [one.value, one])).values()];
  return (
    <Form.Item name={[row, "level"]} label={t("workflows.level")} rules={useNeeded()}>
      <Select options={distinct} />
    </Form.Item>
  );
}

function TellCustomer({ row }: { row: number }) {
  const { t } = useWords();
  return (
    <Form.Item name={[row, "template"]} label={t("workflows.letter")} rules={useNeeded()}>
      <Select options={LETTERS.map((value) => ({ value, label: t(`workflows.letters.${value}`) }))} />
    </Form.Item>
  );
}

function Move({ row }: { row: number }) {
  const { t, local } = useWords();
  const form = Form.useFormInstance();
  const statuses = (form.getFieldValue("flow_statuses") ?? []) as Status[];
  return (
    <>
      <Form.Item name={[row, "status"]} label={t("workflows.move_to")} rules={useNeeded()}>
        <Select options={choosable(statuses, local)} />
      </Form.Item>
      <Form.Item name={[row, "reason"]} label={t("workflows.close_reason")}>
        <Select allowClear options={REASONS.map((value) => ({ value, label: t(`common.close_reason.${value}`) }))} />
      </Form.Item>
    </>
  );
}

function SetField({ row, at }: MembersProps) {
  const { t, local } = useWords();
  const form = Form.useFormInstance();
  const needed = useNeeded();
  const fields = useDrafted("fields");
  const lists = { priority: useDrafted("priorities"), type: useDrafted("types"), category: useDrafted("categories") };
  const chosen = Form.useWatch([...at, "field"], form) as string | undefined;
  const plain = PLAIN.find((key) => key === chosen);
  const custom = fields.find(({ key }) => `fields.${key}` === chosen);
  const options = [
    ...PLAIN.map((value) => ({ value: value as string, label: t(`workflows.plain.${value}`) })),
    ...choosable(fields, local).map(({ value, label }) => ({ value: `fields.${value}`, label })),
  ];
  return (
    <>
      <Form.Item name={[row, "field"]} label={t("workflows.field")} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={options}
          onChange={() => form.setFieldValue([...at, "value"], null)}
        />
      </Form.Item>
      {plain && (
        <Form.Item name={[row, "value"]} label={t("workflows.value")} rules={needed}>
          <Select showSearch={{ optionFilterProp: "label" }} options={choosable(lists[plain], local)} />
        </Form.Item>
      )}
      {custom && (
        <FieldInput
          key={custom.key}
          field={{ ...custom, help: {}, choices: custom.choices ?? [] }}
          name={[row, "value"]}
          label={t("workflows.value")}
          isNeeded={false}
        />
      )}
    </>
  );
}

function AddTags({ row }: { row: number }) {
  const { t } = useWords();
  return (
    <Form.Item name={[row, "tags"]} label={t("workflows.tags")} rules={useNeeded()}>
      <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[",", "，", "、"]} />
    </Form.Item>
  );
}

function SetTeam({ row }: { row: number }) {
  const { t, local } = useWords();
  const { directory } = useNames();
  return (
    <Form.Item name={[row, "team"]} label={t("workflows.team")} rules={useNeeded()}>
      <Select options={choosable(directory.teams, local)} />
    </Form.Item>
  );
}
