import { Button, Checkbox, Dropdown, Form, Input, Select, Tag } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { Icon } from "@/ui/marks/icon";
import { useVoice } from "@/ui/states/voice";
import css from "../customers.module.css";
import { type CustomerHandle, type CustomerRecord, useSetCustomer } from "../queries";
import { Part } from "./part";

const KINDS = ["mail", "phone"] as const;
type Kind = (typeof KINDS)[number];
const isOurs = (kind: string): kind is Kind => KINDS.some((each) => each === kind);

/** How a customer is reached. What nobody proved is told apart: mails from there are theirs, and nobody signs in by it. */
export function Handles({ customer, mayChange: mayChangeThem }: { customer: CustomerRecord; mayChange: boolean }) {
  const { t } = useWords();
  const [isAdding, setIsAdding] = useState(false);
  const { handles, handles_hidden: isHidden } = customer;
  // What a member is called and how they are reached is changed where people are managed.
  const mayChange = mayChangeThem && !customer.is_member;
  const add = mayChange && !isHidden && (
    <Button size="small" type="text" icon={<Icon name="plus" size={14} />} onClick={() => setIsAdding(true)}>
      {t("customers.handles.add")}
    </Button>
  );
  return (
    <Part title={t("customers.handles.title")} action={add}>
      {isHidden && <p className={css.quiet}>{t("customers.handles.hidden")}</p>}
      {!isHidden && handles.length === 0 && <p className={css.quiet}>{t("customers.handles.none")}</p>}
      <ul className={css.lines}>
        {handles.map((one) => (
          <li key={`${one.kind} ${one.handle}`}>
            <Handle one={one} customer={customer} mayChange={mayChange} />
          </li>
        ))}
      </ul>
      {isAdding && <AddHandle customer={customer} onClose={() => setIsAdding(false)} />}
    </Part>
  );
}

function Handle({ one, customer, mayChange }: { one: CustomerHandle; customer: CustomerRecord; mayChange: boolean }) {
  const { t, exact } = useWords();
  const { kind, handle, verified_at: at, opens } = one;
  const items = useDeeds(one, customer);
  return (
    <>
      <span className={css.handle}>{handle}</span>
      {at ? (
        <Tag title={exact(at)}>{t("customers.handles.proved")}</Tag>
      ) : (
        <Tag title={t("customers.handles.unproved_help")}>{t("customers.handles.unproved")}</Tag>
      )}
      {!opens && kind === "mail" && (
        <Tag color="warning" title={t("customers.handles.closed_help")}>
          {t("customers.handles.closed")}
        </Tag>
      )}
      {mayChange && isOurs(kind) && (
        <Dropdown trigger={["click"]} menu={{ items }}>
          <Button
            type="text"
            size="small"
            className={css.more}
            aria-label={t("common.table.actions_of", { name: handle })}
            icon={<Icon name="more" />}
          />
        </Dropdown>
      )}
    </>
  );
}

function useDeeds({ kind, handle, verified_at: at, opens }: CustomerHandle, customer: CustomerRecord) {
  const { t, problem } = useWords();
  const { message, modal } = useVoice();
  const set = useSetCustomer(customer);
  if (!isOurs(kind)) return [];
  const onError = (error: unknown) => message.error(problem(error).title);
  const change = async (deed: "vouch" | "remove", body: Parameters<typeof set.mutate>[0]) => {
    const words = {
      title: t(`customers.handles.${deed}_title`, { handle }),
      content: t(`customers.handles.${deed}_text`),
    };
    const buttons = { okText: t(`customers.handles.${deed}`), cancelText: t("common.cancel") };
    if (await modal.confirm({ ...words, ...buttons, okButtonProps: { danger: deed === "remove" } }))
      set.mutate(body, { onError });
  };
  const vouch = { add_handles: [{ kind, handle, vouched: true }], remove_handles: [] };
  const remove = { add_handles: [], remove_handles: [{ kind, handle }] };
  return [
    ...((at && opens) || !customer.can_let_in
      ? []
      : [{ key: "vouch", label: t("customers.handles.vouch"), onClick: () => change("vouch", vouch) }]),
    { key: "remove", label: t("customers.handles.remove"), danger: true, onClick: () => change("remove", remove) },
  ];
}

interface Entered {
  kind: Kind;
  handle: string;
  vouched?: boolean;
}

function AddHandle({ customer, onClose }: { customer: CustomerRecord; onClose: () => void }) {
  const { t } = useWords();
  const set = useSetCustomer(customer);
  const send = ({ kind, handle, vouched = false }: Entered) =>
    set.mutateAsync({ add_handles: [{ kind, handle, vouched }], remove_handles: [] });
  return (
    <FormDialog<Entered>
      title={t("customers.handles.add")}
      send={t("customers.handles.add")}
      initial={{ kind: "mail" }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t("customers.handles.kind")}>
        <Select options={KINDS.map((value) => ({ value, label: t(`customers.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="handle"
        label={t("customers.handles.handle")}
        rules={[{ required: true, whitespace: true, message: t("common.needed") }]}
      >
        <Input maxLength={254} autoComplete="off" />
      </Form.Item>
      {customer.can_let_in && (
        <Form.Item name="vouched" valuePropName="checked" extra={t("customers.handles.vouch_text")}>
          <Checkbox>{t("customers.handles.vouch")}</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
}
