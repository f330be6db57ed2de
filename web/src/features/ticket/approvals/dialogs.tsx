/** What an approver may do, each asked in a dialog of its own. */
import { Form, Input, Radio, Select } from "antd";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { useVoice } from "@/ui/states/voice";
import type { Ticket } from "../queries";
import { type Approval, type ApprovalCommand, askedNow, useApproving } from "./queries";

export type ApprovalDialogName = "approve" | "decline" | "forward" | "add" | "return" | "withdraw";

interface DialogProps {
  ticket: Ticket;
  approval: Approval;
  onClose: () => void;
}

interface Entered {
  why?: string;
  person_id: number;
  when: "before" | "after";
}

const COMMANDS: Record<ApprovalDialogName, (entered: Entered) => ApprovalCommand> = {
  approve: ({ why = "" }) => ({ do: "decide", body: { verdict: "approved", why } }),
  decline: ({ why = "" }) => ({ do: "decide", body: { verdict: "declined", why } }),
  forward: ({ person_id, why = "" }) => ({ do: "forward", body: { person_id, why } }),
  add: ({ person_id, when, why = "" }) => ({ do: "add", body: { person_id, when, why } }),
  return: ({ person_id, why = "" }) => ({ do: "return", body: { person_id, why } }),
  withdraw: ({ why = "" }) => ({ do: "cancel", body: { why } }),
};
const SAYS_WHY = new Set<ApprovalDialogName>(["decline", "return"]);

export function ApprovalDialog({ name, ticket, approval, onClose }: DialogProps & { name: ApprovalDialogName }) {
  const { t } = useWords();
  const { message } = useVoice();
  const { mutateAsync } = useApproving(ticket);
  const send = async (entered: Entered) => {
    await mutateAsync(COMMANDS[name](entered));
    message.success(t(`ticket.approval.${name}.done`));
  };
  const isNeeded = SAYS_WHY.has(name);
  return (
    <FormDialog<Entered>
      title={t(`ticket.approval.${name}.title`)}
      send={t(`ticket.approval.${name}.send`)}
      isDangerous={name === "decline"}
      initial={{ when: "before" }}
      onSend={send}
      onClose={onClose}
    >
      <p>{t(`ticket.approval.${name}.help`)}</p>
      {(name === "forward" || name === "add" || name === "return") && (
        <Form.Item
          name="person_id"
          label={t(`ticket.approval.${name}.person`)}
          rules={[{ required: true, message: t("ticket.approval.person_missing") }]}
        >
          <PersonSelect name={name} ticket={ticket} approval={approval} />
        </Form.Item>
      )}
      {name === "add" && (
        <Form.Item name="when" label={t("ticket.approval.add.when")}>
          <Radio.Group
            options={(["before", "after"] as const).map((value) => ({
              value,
              label: t(`ticket.approval.add.${value}`),
            }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="why"
        label={t("ticket.approval.why")}
        rules={isNeeded ? [{ required: true, whitespace: true, message: t("ticket.approval.why_missing") }] : []}
      >
        <Input.TextArea maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialog>
  );
}

interface PersonSelectProps extends Omit<DialogProps, "onClose"> {
  name: ApprovalDialogName;
  /** The form gives these. */
  id?: string;
  value?: number;
  onChange?: (id: number) => void;
}

/** Members who are not asked already; to send it back, those who had it before. */
function PersonSelect({ name, ticket, approval, ...field }: PersonSelectProps) {
  const { members } = useNames().directory;
  const { person_id: me } = useMe();
  const asked = new Set(askedNow(approval).map(({ person_id }) => person_id));
  const earlier = earlierHandlers(ticket, approval);
  const fits = (id: number) =>
    name === "return" ? earlier.has(id) : id !== me && id !== approval.asked_by_id && !asked.has(id);
  return (
    <Select
      {...field}
      showSearch={{ optionFilterProp: "label" }}
      options={members
        .filter((each) => each.active && fits(each.id))
        .map((each) => ({ value: each.id, label: each.name }))}
    />
  );
}

/** As far as the timeline that was read tells. */
function earlierHandlers(ticket: Ticket, approval: Approval): Set<number> {
  const had = ticket.timeline
    .filter(({ kind }) => kind === "ticket.assigned")
    .flatMap(({ data }) => [data.before, data.after]);
  const known = [...had, ticket.assignee?.id, approval.asked_by_id];
  return new Set(known.filter((id): id is number => typeof id === "number"));
}
