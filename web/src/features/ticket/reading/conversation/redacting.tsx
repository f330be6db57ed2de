import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { type Message, ticketQuery } from "@/features/ticket/queries";
import { api, unwrap } from "@/lib/api";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";

interface RedactDialogProps {
  number: string;
  message: Message;
  onClose: () => void;
}

/** What a message says is taken away for good; whoever does it says why. */
export default function RedactDialog({ number, message, onClose }: RedactDialogProps) {
  const { t } = useWords();
  const client = useQueryClient();
  const redact = useMutation({
    mutationFn: (body: { reason: string }) =>
      unwrap(
        api.PUT("/api/v1/tickets/{number}/messages/{message_id}/redaction", {
          params: { path: { number, message_id: message.id } },
          body,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ticketQuery(number).queryKey.slice(0, 2) }),
  });
  return (
    <FormDialog<{ reason: string }>
      title={t("ticket.redact.title")}
      send={t("ticket.redact.send")}
      isDangerous
      onSend={redact.mutateAsync}
      onClose={onClose}
    >
      <p>{t(message.audience === "internal" ? "ticket.redact.help_note" : "ticket.redact.help")}</p>
      <Form.Item
        name="reason"
        label={t("ticket.redact.reason")}
        extra={t("ticket.redact.reason_help")}
        rules={[{ required: true, whitespace: true, message: t("ticket.redact.reason_missing") }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
