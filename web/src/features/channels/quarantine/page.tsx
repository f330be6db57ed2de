import { useInfiniteQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table/data-table";
import { MailDrawer } from "./mail";
import css from "./mail.module.css";
import { type Mail, type MailState, mailsQuery } from "./queries";
import { useReason } from "./reason";

const SHOWN = {
  held: ["quarantined"],
  passed: ["ignored"],
  made: ["created", "threaded", "duplicate"],
} as const satisfies Record<string, readonly MailState[]>;
type Shown = keyof typeof SHOWN;

const shownOf = (asked: string | undefined): Shown => (asked && asked in SHOWN ? (asked as Shown) : "held");

/** Mails that came in: those that could not be settled first, and what became of the others. */
export default function QuarantinePage({ id, search, onOpen, onSearch }: SectionProps) {
  const { t } = useWords();
  const shown = shownOf(search.state);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    mailsQuery(SHOWN[shown]),
  );
  const rows = data?.pages.flat();
  const columns = useColumns();
  const open = rows?.find((row) => String(row.id) === id);
  return (
    <SettingsPage title={t("quarantine.title")} lead={t("quarantine.lead")}>
      <Segmented
        className={css.shown}
        aria-label={t("quarantine.state")}
        value={shown}
        onChange={(state) => onSearch({ state: state === "held" ? undefined : state })}
        options={(Object.keys(SHOWN) as Shown[]).map((value) => ({ value, label: t(`quarantine.shown.${value}`) }))}
      />
      <DataTable
        label={t("quarantine.title")}
        columns={columns}
        rows={rows}
        error={error}
        onRetry={refetch}
        keyOf={(row) => String(row.id)}
        nameOf={(row) => row.subject || t("quarantine.no_subject")}
        onOpen={(row) => onOpen(String(row.id))}
        empty={<Empty icon="inbox" title={t(`quarantine.empty.${shown}`)} text={t(`quarantine.empty_text.${shown}`)} />}
        onMore={hasNextPage ? fetchNextPage : undefined}
        isLoadingMore={isFetchingNextPage}
      />
      {open && <MailDrawer mail={open} onClose={() => onOpen()} />}
    </SettingsPage>
  );
}

function useColumns(): readonly Column<Mail>[] {
  const { t } = useWords();
  const reason = useReason();
  return [
    {
      key: "subject",
      title: t("quarantine.subject"),
      cell: (row) => row.subject || t("quarantine.no_subject"),
      width: "minmax(0, 1.6fr)",
    },
    { key: "sender", title: t("quarantine.sender"), cell: (row) => row.sender || t("common.nothing") },
    { key: "why", title: t("quarantine.why"), cell: (row) => row.ticket ?? reason(row), width: "minmax(0, 1.4fr)" },
    { key: "at", title: t("quarantine.at"), cell: (row) => <Ago at={row.received_at} />, isMinor: true },
  ];
}
