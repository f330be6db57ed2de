import { useQuery } from "@tanstack/react-query";
import { useNames } from "@/lib/directory";
import { useCounting } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { StateTag } from "@/ui/marks/state-tag";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table/data-table";
import { type Release, releasesQuery } from "./queries";
import { ReleasePage } from "./release";

/** What was published, by whom, when and why. */
export default function ReleasesPage({ id, onOpen }: SectionProps) {
  const { t } = useCounting();
  const { data, error, refetch } = useQuery(releasesQuery);
  const columns = useColumns(data?.[0]?.number);
  if (id) return <ReleasePage number={Number(id)} current={data?.[0]?.number} onClose={() => onOpen()} />;
  return (
    <SettingsPage title={t("policy.title")} lead={t("policy.lead")}>
      <DataTable
        label={t("policy.title")}
        columns={columns}
        rows={data}
        error={error}
        onRetry={refetch}
        keyOf={(row) => String(row.number)}
        nameOf={(row) => t("policy.release", { n: row.number })}
        onOpen={(row) => onOpen(String(row.number))}
        empty={<Empty icon="history" title={t("policy.empty.title")} text={t("policy.empty.text")} />}
      />
    </SettingsPage>
  );
}

function useColumns(current: number | undefined): readonly Column<Release>[] {
  const { t } = useCounting();
  const names = useNames();
  return [
    { key: "number", title: t("policy.number"), cell: (row) => t("policy.release", { n: row.number }) },
    {
      key: "note",
      title: t("policy.note"),
      cell: (row) => row.note || t("common.nothing"),
      width: "minmax(0, 2fr)",
    },
    {
      key: "who",
      title: t("policy.who"),
      cell: ({ author_id: id }) => (id !== null && names.member(id)?.name) || t("policy.system"),
    },
    { key: "when", title: t("policy.when"), cell: (row) => <Ago at={row.published_at} /> },
    {
      key: "state",
      title: t("policy.state"),
      cell: (row) =>
        row.number === current ? <StateTag tone="good">{t("policy.in_force")}</StateTag> : t("policy.past"),
    },
  ];
}
