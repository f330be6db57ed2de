import { Form, Input, Select } from "antd";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { fromLocalInput } from "@/lib/words/time";
import { FormDialog } from "@/ui/form/form-dialog";
import { useVoice } from "@/ui/states/voice";
import { useSetLeave } from "./queries";

interface Entered {
  /** As the browser's own fields have them, in the reader's zone. */
  from_at: string;
  until_at: string;
  substitute_id?: number;
}

export function AddLeave({ person, onClose }: { person: { id: number; name: string }; onClose: () => void }) {
  const { t, zone } = useWords();
  const { message } = useVoice();
  const names = useNames();
  const set = useSetLeave(person.id);
  const needed = { required: true, message: t("common.needed") };
  const others = names.directory.members
    .filter(({ id, active }) => active && id !== person.id)
    .map(({ id, name, presence }) => ({ value: id, label: `${name} · ${t(`shell.presence.${presence}`)}` }));
  const instant = (shown: string) => fromLocalInput(shown, zone)?.toISOString() ?? "";
  return (
    <FormDialog<Entered>
      title={t("leaves.add")}
      send={t("leaves.add")}
      onClose={onClose}
      onSend={async ({ from_at, until_at, substitute_id }) => {
        const span = { from_at: instant(from_at), until_at: instant(until_at) };
        await set.mutateAsync({ ...span, substitute_id: substitute_id ?? null });
        message.success(t("leaves.added"));
      }}
    >
      <Form.Item name="from_at" label={t("leaves.from")} rules={[needed]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="until_at" label={t("leaves.until")} rules={[needed]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="substitute_id" label={t("leaves.substitute")} extra={t("leaves.substitute_help")}>
        <Select allowClear showSearch={{ optionFilterProp: "label" }} options={others} />
      </Form.Item>
    </FormDialog>
  );
}
