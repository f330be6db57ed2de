import { Form, Select } from "antd";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { useVoice } from "@/ui/states/voice";
import { type MemberWork, useAssign, type Waiting } from "./queries";

/** Who is there and has least stands first; nobody is hidden, for a person may know better. */
const byRoom = (left: MemberWork, right: MemberWork) =>
  Number(Boolean(left.absent)) - Number(Boolean(right.absent)) ||
  Number(left.presence !== "available") - Number(right.presence !== "available") ||
  left.in_hand - right.in_hand;

interface AssignProps {
  ticket: Waiting;
  members: readonly MemberWork[];
  onClose: () => void;
}

export function Assign({ ticket, members, onClose }: AssignProps) {
  const { t } = useWords();
  const { message } = useVoice();
  const assign = useAssign();
  const ofTeam = members.filter(({ teams }) => !ticket.team || teams.includes(ticket.team));
  const options = [...(ofTeam.length > 0 ? ofTeam : members)]
    .sort(byRoom)
    .map(({ person, presence, absent, in_hand }) => ({
      value: person.id,
      label: t("team.assign.person", {
        name: person.name,
        presence: absent ? t("team.assign.absent") : t(`shell.presence.${presence}`),
        n: in_hand,
      }),
    }));
  return (
    <FormDialog<{ assignee_id: number }>
      title={t("team.assign.title", { number: ticket.number })}
      send={t("team.assign.action")}
      initial={{ assignee_id: options[0]?.value }}
      onClose={onClose}
      onSend={async ({ assignee_id }) => {
        await assign.mutateAsync({ number: ticket.number, assignee_id });
        message.success(t("team.assign.done"));
      }}
    >
      <p>{ticket.title}</p>
      <Form.Item
        name="assignee_id"
        label={t("team.assign.to")}
        rules={[{ required: true, message: t("common.needed") }]}
      >
        <Select showSearch={{ optionFilterProp: "label" }} options={options} />
      </Form.Item>
    </FormDialog>
  );
}
