import { useInfiniteQuery } from "@tanstack/react-query";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { StateTag } from "@/ui/marks/state-tag";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table/data-table";
import { type Operation, operationsQuery } from "./queries";
import { OperationRecord } from "./record";
import { STATE_COLOURS, useKindName } from "./words";

/** Long work: what was planned, is under way, and what became of it. */
export default function OperationsPage({ id, onOpen }: SectionProps) {
  const { t } = useWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(operationsQuery);
  const columns = useColumns();
  const nameOf = useKindName();
  if (id) return <OperationRecord id={Number(id)} onOpen={onOpen} />;
  return (
    <SettingsPage title={t("operations.title")} lead={t("operations.lead")}>
      <DataTable
        label={t("operations.title")}
        columns={columns}
        rows={data}
        error={error}
        onRetry={refetch}
        keyOf={(row) => String(row.id)}
        nameOf={nameOf}
        onOpen={(row) => onOpen(String(row.id))}
        onMore={hasNextPage ? fetchNextPage : undefined}
        isLoadingMore={isFetchingNextPage}
        empty={<Empty icon="list" title={t("operations.empty.title")} text={t("operations.empty.text")} />}
      />
    </SettingsPage>
  );
}

function useColumns(): readonly Column<Operation>[] {
  const { t } = useWords();
  const nameOf = useKindName();
  return [
    { key: "kind", title: t("operations.kind"), cell: nameOf, width: "minmax(0, 1.4fr)" },
    {
      key: "who",
      title: t("operations.who"),
      cell: (row) => t(row.by_system ? "operations.by_system" : "operations.by_me"),
      isMinor: true,
    },
    { key: "total", title: t("operations.total"), cell: (row) => row.total, isFigure: true },
    { key: "failed", title: t("operations.failed"), cell: (row) => row.failed, isFigure: true, isMinor: true },
    {
      key: "state",
      title: t("operations.state"),
      cell: (row) => <StateTag tone={STATE_COLOURS[row.state]}>{t(`operations.states.${row.state}`)}</StateTag>,
    },
    { key: "at", title: t("operations.at"), cell: (row) => <Ago at={row.created_at} /> },
  ];
}
