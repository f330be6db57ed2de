import { Form, Input, Radio, Select } from "antd";
import type { Schemas } from "@/lib/api";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { useVoice } from "@/ui/states/voice";
import type { Ticket } from "../queries";
import { useApproving } from "./queries";

interface Entered {
  to: string;
  why?: string;
  reason?: CloseReason;
}

type CloseReason = NonNullable<Schemas["AskForApproval"]["reason"]>;

/** Asks for an approval of a move that takes nothing else: the ticket moves by itself when all have agreed. */
export function AskDialog({ ticket, to, onClose }: { ticket: Ticket; to?: string | undefined; onClose: () => void }) {
  const { t, local } = useWords();
  const names = useNames();
  const { message } = useVoice();
  const { mutateAsync } = useApproving(ticket);
  const ask = async ({ to, why = "", reason }: Entered) => {
    await mutateAsync({ do: "ask", body: { to, why, reason: isClosing(to) ? (reason ?? null) : null } });
    message.success(t("ticket.approval.asked"));
  };
  const isClosing = (key: string) => names.status(key, ticket.type).phase === "closed";
  const initial = { to: to ?? ticket.to_approve[0] ?? "", reason: ticket.close_reasons[0] ?? ("solved" as const) };
  return (
    <FormDialog<Entered>
      title={t("ticket.approval.ask.title")}
      send={t("ticket.approval.ask.send")}
      initial={initial}
      onSend={ask}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t("ticket.approval.ask.help")}</p>
          <Form.Item name="to" label={t("ticket.approval.ask.to")} rules={[{ required: true }]}>
            <Select
              options={ticket.to_approve.map((value) => ({
                value,
                label: local(names.status(value, ticket.type).name),
              }))}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={["to"]}>
            {() =>
              isClosing(form.getFieldValue("to") ?? "") &&
              ticket.close_reasons.length > 0 && (
                <Form.Item name="reason" label={t("ticket.approval.ask.reason")}>
                  <Radio.Group
                    options={ticket.close_reasons.map((value) => ({ value, label: t(`common.close_reason.${value}`) }))}
                  />
                </Form.Item>
              )
            }
          </Form.Item>
          <Form.Item name="why" label={t("ticket.approval.ask.why")}>
            <Input.TextArea maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
