import { Checkbox, Form, Input, Select } from "antd";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { useVoice } from "@/ui/states/voice";
import type { Ticket } from "../queries";
import { type NewChild, useOpenChild } from "./queries";

/** A part of the work as a ticket of its own. Everything else it has from its parent. */
export function ChildDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t, local } = useWords();
  const { message } = useVoice();
  const { directory } = useNames();
  const { permissions } = useMe();
  const { mutateAsync } = useOpenChild(ticket.number);
  const open = async (entered: NewChild) => {
    const { number } = await mutateAsync({ ...entered, team: entered.team ?? null });
    message.success(t("ticket.relations.child_done", { number }));
  };
  return (
    <FormDialog<NewChild>
      title={t("ticket.relations.child_title")}
      send={t("ticket.relations.child_send")}
      initial={{ text: "", for_requester: false }}
      onSend={open}
      onClose={onClose}
    >
      <Form.Item
        name="title"
        label={t("common.field.title")}
        rules={[{ required: true, whitespace: true, message: t("ticket.relations.title_missing") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="text" label={t("ticket.relations.text")}>
        <Input.TextArea maxLength={100_000} autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
      {permissions.includes("ticket.assign") && (
        <Form.Item name="team" label={t("common.field.team")} extra={t("ticket.relations.team_help")}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            options={directory.teams.map(({ key, name }) => ({ value: key, label: local(name) }))}
          />
        </Form.Item>
      )}
      <Form.Item name="for_requester" valuePropName="checked" extra={t("ticket.relations.for_requester_help")}>
        <Checkbox>{t("ticket.relations.for_requester", { name: ticket.requester.name })}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
