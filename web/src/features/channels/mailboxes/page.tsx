import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { Icon } from "@/ui/marks/icon";
import { StateTag, type Tone } from "@/ui/marks/state-tag";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Column, DataTable } from "@/ui/table/data-table";
import { MailboxEditor } from "./editor";
import { type Mailbox, mailboxesQuery, useChangeMailbox } from "./queries";
import { RetireMailbox } from "./retire";

/** The mailboxes of the workspace: how each stands, and its editor. */
export default function MailboxesPage({ id, onOpen }: SectionProps) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(mailboxesQuery);
  const columns = useColumns();
  const toggle = useSwitch();
  const [leaving, setLeaving] = useState<Mailbox>();
  if (id) {
    const ways = { onRetry: refetch, onClose: () => onOpen(), onOpen };
    return <MailboxEditor id={id} mailboxes={data} error={error} {...ways} />;
  }
  const add = (
    <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => onOpen("new")}>
      {t("mailboxes.add")}
    </Button>
  );
  return (
    <SettingsPage title={t("mailboxes.title")} lead={t("mailboxes.lead")} actions={add}>
      <DataTable
        label={t("mailboxes.title")}
        columns={columns}
        rows={data}
        error={error}
        onRetry={refetch}
        keyOf={(row) => String(row.id)}
        nameOf={(row) => row.address}
        onOpen={(row) => onOpen(String(row.id))}
        actionsOf={(row) => [
          { key: "switch", label: t(row.active ? "mailboxes.pause" : "mailboxes.resume"), run: () => toggle(row) },
          { key: "retire", label: t("mailboxes.retire.open"), isDangerous: true, run: () => setLeaving(row) },
        ]}
        empty={<Empty icon="inbox" title={t("mailboxes.empty.title")} text={t("mailboxes.empty.text")} />}
      />
      {leaving && <RetireMailbox mailbox={leaving} others={data ?? []} onClose={() => setLeaving(undefined)} />}
    </SettingsPage>
  );
}

type Standing = "paused" | "signed_out" | "failing" | "works";

const standingOf = ({ active, sign_in, receiving, sending }: Mailbox): Standing => {
  if (!active) return "paused";
  if (sign_in && sign_in.state !== "granted") return "signed_out";
  return receiving.fault || sending.fault ? "failing" : "works";
};

const COLOURS: Record<Standing, Tone> = { paused: "none", signed_out: "bad", failing: "bad", works: "good" };

function useColumns(): readonly Column<Mailbox>[] {
  const { t } = useWords();
  const last = (at: string | null) => (at ? <Ago at={at} /> : t("mailboxes.never"));
  return [
    {
      key: "address",
      title: t("mailboxes.address"),
      cell: (row) => `${row.name} <${row.address}>`,
      width: "minmax(0, 1.8fr)",
    },
    {
      key: "state",
      title: t("mailboxes.state"),
      cell: (row) => <StateTag tone={COLOURS[standingOf(row)]}>{t(`mailboxes.standing.${standingOf(row)}`)}</StateTag>,
    },
    {
      key: "read",
      title: t("mailboxes.read"),
      cell: (row) => (row.settings.imap ? last(row.receiving.last_success_at) : t("mailboxes.off")),
    },
    {
      key: "sent",
      title: t("mailboxes.sent"),
      cell: (row) => (row.settings.smtp ? last(row.sending.last_success_at) : t("mailboxes.off")),
      isMinor: true,
    },
    { key: "waiting", title: t("mailboxes.waiting"), cell: (row) => row.waiting, isFigure: true },
  ];
}

function useSwitch() {
  const { t, problem } = useWords();
  const { message, modal } = useVoice();
  const change = useChangeMailbox();
  return async ({ id, address, active, version }: Mailbox) => {
    const words = { title: t("mailboxes.pause_title", { address }), content: t("mailboxes.pause_text") };
    const buttons = { okText: t("mailboxes.pause"), cancelText: t("common.cancel") };
    if (active && !(await modal.confirm({ ...words, ...buttons }))) return;
    change.mutate(
      { id, version, change: { active: !active } },
      {
        onSuccess: () => message.success(t(active ? "mailboxes.paused" : "mailboxes.resumed")),
        onError: (error) => message.error(problem(error).title),
      },
    );
  };
}
