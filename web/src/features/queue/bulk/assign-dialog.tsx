import { Form, Select } from "antd";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { markOwn } from "../live";
import { useActFromList } from "../queries";
import type { TicketRow } from "../slice";
import { usePeople } from "./change-fields";
import { NOBODY } from "./changes";

/** Gives one ticket to somebody, from its row. */
export function AssignDialog({ row, onClose }: { row: TicketRow; onClose: () => void }) {
  const { t } = useWords();
  const people = usePeople(row.team);
  const act = useActFromList();
  const nobody = { value: NOBODY, label: t("queue.nobody"), search: t("queue.nobody") };
  const send = async ({ value }: { value: string }) => {
    const assignee_id = value === NOBODY ? null : Number(value);
    const { version } = await act.mutateAsync({ number: row.number, what: "assign", assignee_id });
    markOwn(row.number, version);
  };
  return (
    <FormDialog<{ value: string }>
      title={t("queue.act.assign_title", { number: row.number })}
      send={t("queue.bulk.kind.assignee")}
      width={420}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item
        name="value"
        label={t("common.field.assignee")}
        rules={[{ required: true, message: t("common.needed") }]}
      >
        <Select showSearch={{ optionFilterProp: "search" }} options={[nobody, ...people]} />
      </Form.Item>
    </FormDialog>
  );
}
