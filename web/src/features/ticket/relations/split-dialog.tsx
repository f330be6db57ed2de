import { useNavigate } from "@tanstack/react-router";
import { Checkbox, Form, Input } from "antd";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { useVoice } from "@/ui/states/voice";
import type { Entry, Ticket } from "../queries";
import { useSplit } from "./queries";
import css from "./relations.module.css";

interface Entered {
  messages: number[];
  title: string;
}

/** What the customer wrote besides, as a ticket of its own: chosen among their messages, the latest first. */
export function SplitDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t, minute } = useWords();
  const { message } = useVoice();
  const navigate = useNavigate();
  const { mutateAsync } = useSplit(ticket.number);
  const split = async (entered: Entered) => {
    const { number } = await mutateAsync(entered);
    message.success(t("ticket.split.done", { number }));
    void navigate({ to: "/tickets/$number", params: { number } });
  };
  return (
    <FormDialog<Entered>
      title={t("ticket.split.title")}
      send={t("ticket.split.send")}
      initial={{ messages: [] }}
      onSend={split}
      onClose={onClose}
    >
      <p className={css.quiet}>{t("ticket.split.help")}</p>
      <Form.Item
        name="title"
        label={t("common.field.title")}
        rules={[{ required: true, whitespace: true, message: t("ticket.relations.title_missing") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="messages"
        label={t("ticket.split.messages")}
        rules={[{ required: true, message: t("ticket.split.missing") }]}
      >
        <Checkbox.Group
          className={css.messages}
          options={written(ticket.timeline).map(({ id, at, text }) => ({
            value: id,
            label: `${minute(at)} · ${text.slice(0, 80) || t("ticket.split.files")}`,
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}

/** What customers wrote, of the entries that came with the ticket. */
export const written = (entries: readonly Entry[]) =>
  entries
    .flatMap(({ at, message }) =>
      message && message.author === "customer" && message.audience === "customer" && !message.redacted
        ? [{ id: message.id, at, text: message.text }]
        : [],
    )
    .reverse();
