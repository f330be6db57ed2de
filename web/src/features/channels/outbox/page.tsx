import { useInfiniteQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { StateTag } from "@/ui/marks/state-tag";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table/data-table";
import { COLOURS } from "./colours";
import { DeliveryDrawer } from "./delivery";
import css from "./outbox.module.css";
import { type Delivery, type DeliveryKind, type DeliveryState, outboxQuery } from "./queries";

const SHOWN = {
  trouble: ["failed", "uncertain", "stopped"],
  waiting: ["queued", "sending"],
  sent: ["sent"],
} as const satisfies Record<string, readonly DeliveryState[]>;
type Shown = keyof typeof SHOWN;
const KINDS: readonly DeliveryKind[] = ["reply", "notice"];

const shownOf = (asked: string | undefined): Shown => (asked && asked in SHOWN ? (asked as Shown) : "trouble");

/** What goes out: what needs somebody first, then what waits, then what was sent. */
export default function OutboxPage({ id, search, onOpen, onSearch }: SectionProps) {
  const { t } = useWords();
  const shown = shownOf(search.state);
  const kind = KINDS.find((each) => each === search.kind);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    outboxQuery(SHOWN[shown], kind),
  );
  const rows = data?.pages.flat();
  const columns = useColumns();
  return (
    <SettingsPage title={t("outbox.title")} lead={t("outbox.lead")}>
      <div className={css.filters}>
        <Segmented
          aria-label={t("outbox.state")}
          value={shown}
          onChange={(state) => onSearch({ state: state === "trouble" ? undefined : state })}
          options={(Object.keys(SHOWN) as Shown[]).map((value) => ({ value, label: t(`outbox.shown.${value}`) }))}
        />
        <Select
          allowClear
          className={css.kind}
          aria-label={t("outbox.kind")}
          placeholder={t("outbox.kind")}
          value={kind}
          onChange={(value) => onSearch({ kind: value })}
          options={KINDS.map((value) => ({ value, label: t(`outbox.kinds.${value}`) }))}
        />
      </div>
      <DataTable
        label={t("outbox.title")}
        columns={columns}
        rows={rows}
        error={error}
        onRetry={refetch}
        keyOf={(row) => String(row.id)}
        nameOf={(row) => row.recipient}
        onOpen={(row) => onOpen(String(row.id))}
        empty={<Empty icon="send" title={t(`outbox.empty.${shown}`)} text={t("outbox.empty_text")} />}
        onMore={hasNextPage ? fetchNextPage : undefined}
        isLoadingMore={isFetchingNextPage}
      />
      {id && Number(id) > 0 && <DeliveryDrawer id={Number(id)} onClose={() => onOpen()} />}
    </SettingsPage>
  );
}

function useColumns(): readonly Column<Delivery>[] {
  const { t } = useWords();
  return [
    { key: "to", title: t("outbox.to"), cell: (row) => row.recipient, width: "minmax(0, 1.4fr)" },
    { key: "kind", title: t("outbox.kind"), cell: (row) => t(`outbox.kinds.${row.kind}`), isMinor: true },
    { key: "ticket", title: t("outbox.ticket"), cell: (row) => row.number ?? t("common.nothing") },
    {
      key: "state",
      title: t("outbox.state"),
      cell: (row) => <StateTag tone={COLOURS[row.state]}>{t(`outbox.states.${row.state}`)}</StateTag>,
    },
    { key: "fault", title: t("outbox.fault"), cell: (row) => row.fault ?? t("common.nothing"), isMinor: true },
    { key: "at", title: t("outbox.at"), cell: (row) => <Ago at={row.sent_at ?? row.created_at} /> },
  ];
}
