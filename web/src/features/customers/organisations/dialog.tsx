import { Form, Input, Select } from "antd";
import type { Posted } from "@/lib/api";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { useTiers } from "../tiers";

type Entered = Posted<"/api/v1/organisations">;

interface DialogProps {
  title: string;
  send: string;
  initial: Entered;
  onSend: (entered: Entered) => Promise<unknown>;
  onClose: () => void;
}

/** What is known of an organisation. A mail domain tells colleagues apart and lets nobody in by itself. */
export function OrganisationDialog({ initial, onSend, ...dialog }: DialogProps) {
  const { t } = useWords();
  const tiers = useTiers();
  return (
    <FormDialog<Entered> {...dialog} initial={initial} onSend={(entered) => onSend({ ...initial, ...entered })}>
      <Form.Item
        name="name"
        label={t("customers.name")}
        rules={[{ required: true, whitespace: true, message: t("common.needed") }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="tier" label={t("customers.tier")} extra={t("customers.organisations.tier_help")}>
        <Select options={tiers.optionsWith(initial.tier ?? "normal")} />
      </Form.Item>
      <Form.Item
        name="mail_domains"
        label={t("customers.organisations.domains")}
        extra={t("customers.organisations.domains_help")}
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[",", "，", "、", " "]} maxCount={50} />
      </Form.Item>
    </FormDialog>
  );
}
