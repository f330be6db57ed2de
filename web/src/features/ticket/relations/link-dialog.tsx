import { Form, Select } from "antd";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import type { Ticket } from "../queries";
import { TicketFinder } from "./finder";
import { CHOICES, type LinkKind, useRelate } from "./queries";

interface Entered {
  kind: LinkKind;
  other: string;
}

/** What this ticket is to another, which is found by its number or the beginning of its title. */
export function LinkDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useWords();
  const { mutateAsync } = useRelate(ticket.number);
  return (
    <FormDialog<Entered>
      title={t("ticket.relations.link_title")}
      send={t("ticket.relations.send")}
      initial={{ kind: "relates" }}
      onSend={mutateAsync}
      onClose={onClose}
    >
      <Form.Item name="kind" required label={t("ticket.relations.this_is")}>
        <Select options={CHOICES.map((value) => ({ value, label: t(`ticket.relations.kind.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="other"
        label={t("ticket.relations.other")}
        rules={[{ required: true, message: t("ticket.relations.other_missing") }]}
      >
        <TicketFinder but={ticket.number} />
      </Form.Item>
    </FormDialog>
  );
}
