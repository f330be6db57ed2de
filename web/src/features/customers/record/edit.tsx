import { Form, Input, Select } from "antd";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { type CustomerRecord, useSetCustomer } from "../queries";
import { useTiers } from "../tiers";
import { changesOf, type Known } from "./changes";

export function EditCustomer({ customer, onClose }: { customer: CustomerRecord; onClose: () => void }) {
  const { t } = useWords();
  const names = useNames();
  const tiers = useTiers();
  const set = useSetCustomer(customer);
  const { name, locale, tier, dedicated_agent_id, tags, notes } = customer;
  const before: Known = { name, locale, tier, dedicated_agent_id, tags, notes: notes ?? "" };
  const agents = names.directory.members.filter((each) => each.active || each.id === dedicated_agent_id);
  return (
    <FormDialog<Known>
      title={t("customers.edit_of", { name })}
      send={t("common.form.save")}
      initial={before}
      onSend={(entered) => set.mutateAsync(changesOf(before, entered))}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t("customers.name")}
        rules={[{ required: true, whitespace: true, message: t("common.needed") }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="tier" label={t("customers.tier")} extra={t("customers.tier_help")}>
        <Select options={tiers.optionsWith(tier)} />
      </Form.Item>
      <Form.Item name="dedicated_agent_id" label={t("customers.agent")} extra={t("customers.agent_help")}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          options={agents.map((each) => ({ value: each.id, label: each.name }))}
        />
      </Form.Item>
      <Form.Item name="locale" label={t("customers.locale")} extra={t("customers.locale_help")}>
        <Select options={["zh-CN", "en"].map((value) => ({ value, label: t(`customers.locales.${value}`) }))} />
      </Form.Item>
      <Form.Item name="tags" label={t("customers.tags")}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[",", "，", "、"]} maxCount={50} />
      </Form.Item>
      {notes !== null && (
        <Form.Item name="notes" label={t("customers.notes")} extra={t("customers.notes_help")}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={5000} />
        </Form.Item>
      )}
    </FormDialog>
  );
}
