import { Form, Input, Select } from "antd";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { useAddCustomer } from "./queries";
import { useTiers } from "./tiers";

interface Entered {
  name: string;
  mail?: string;
  phone?: string;
  tier: string;
}

/** A mail address or a number that somebody has already is refused, and the refusal says whose it is. */
export function AddCustomer({ onClose, onAdded }: { onClose: () => void; onAdded: (id: number) => void }) {
  const { t } = useWords();
  const tiers = useTiers();
  const add = useAddCustomer();
  const send = async ({ name, mail, phone, tier }: Entered) => {
    const given = [
      { kind: "mail", handle: mail },
      { kind: "phone", handle: phone },
    ] as const;
    const handles = given.flatMap(({ kind, handle }) => (handle ? [{ kind, handle, vouched: false }] : []));
    const made = await add.mutateAsync({ name, tier, handles, tags: [], notes: "" });
    onAdded(made.id);
  };
  return (
    <FormDialog<Entered>
      title={t("customers.add")}
      send={t("customers.add")}
      initial={{ tier: "normal" }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t("customers.name")}
        rules={[{ required: true, whitespace: true, message: t("common.needed") }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="mail" label={t("customers.mail")} rules={[{ type: "email", message: t("common.mail_wrong") }]}>
        <Input type="email" maxLength={254} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={t("customers.phone")}>
        <Input type="tel" maxLength={32} autoComplete="off" />
      </Form.Item>
      <Form.Item name="tier" label={t("customers.tier")} required={false}>
        <Select options={tiers.options} />
      </Form.Item>
    </FormDialog>
  );
}
