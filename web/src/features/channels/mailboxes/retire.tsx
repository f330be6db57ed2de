import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { Failure, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import css from "./mailboxes.module.css";
import { type Mailbox, remainsQuery, useRetireMailbox } from "./queries";

interface RetireProps {
  mailbox: Mailbox;
  others: readonly Mailbox[];
  onClose: () => void;
}

/** Ends a mailbox for good: says what it still has, and asks which one goes on. */
export function RetireMailbox({ mailbox, others, onClose }: RetireProps) {
  const { t } = useWords();
  const { message } = useVoice();
  const { data, error, refetch } = useQuery(remainsQuery(mailbox.id));
  const retire = useRetireMailbox();
  const heirs = others.filter(({ id, active, settings }) => id !== mailbox.id && active && settings.smtp);
  const isNeeded = (data?.waiting ?? 0) > 0;
  const send = async ({ successor }: { successor?: number }) => {
    await retire.mutateAsync({ id: mailbox.id, version: mailbox.version, successor: successor ?? null });
    message.success(t("mailboxes.retire.done", { address: mailbox.address }));
  };
  return (
    <FormDialog<{ successor?: number }>
      title={t("mailboxes.retire.title", { address: mailbox.address })}
      send={t("mailboxes.retire.send")}
      isDangerous
      onSend={send}
      onClose={onClose}
    >
      <p>{t("mailboxes.retire.text")}</p>
      {error && !data && <Failure error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonLines count={2} height={20} />}
      {data && <p className={css.note}>{t("mailboxes.retire.remains", { ...data })}</p>}
      <Form.Item
        name="successor"
        label={t("mailboxes.retire.successor")}
        extra={t(heirs.length > 0 ? "mailboxes.retire.successor_help" : "mailboxes.retire.no_successor")}
        rules={[{ required: isNeeded, message: t("common.needed") }]}
      >
        <Select
          allowClear
          disabled={heirs.length === 0}
          options={heirs.map(({ id, name, address }) => ({ value: id, label: `${name} <${address}>` }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
