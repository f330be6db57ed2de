import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { Icon } from "@/ui/marks/icon";
import { StateTag } from "@/ui/marks/state-tag";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table/data-table";
import { type Import, importsQuery, kindsQuery } from "./queries";
import { ImportRecord } from "./record";
import { standingOf, TONES } from "./standing";
import { UploadPage } from "./upload";

/** Tables that were brought in, and bringing in another one. */
export default function ImportsPage({ id, onOpen }: SectionProps) {
  if (id === "new") return <UploadPage onOpen={onOpen} />;
  if (id) return <ImportRecord key={id} id={Number(id)} onOpen={onOpen} />;
  return <ImportList onOpen={onOpen} />;
}

function ImportList({ onOpen }: Pick<SectionProps, "onOpen">) {
  const { t } = useWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(importsQuery);
  const begin = (
    <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => onOpen("new")}>
      {t("imports.begin")}
    </Button>
  );
  return (
    <SettingsPage title={t("imports.title")} lead={t("imports.lead")} actions={begin}>
      <DataTable
        label={t("imports.title")}
        columns={useColumns()}
        rows={data?.pages.flatMap((page) => page.items)}
        error={error}
        onRetry={refetch}
        keyOf={(row) => String(row.id)}
        nameOf={(row) => row.file}
        onOpen={(row) => onOpen(String(row.id))}
        onMore={hasNextPage ? fetchNextPage : undefined}
        isLoadingMore={isFetchingNextPage}
        empty={<Empty icon="list" title={t("imports.empty.title")} text={t("imports.empty.text")} />}
      />
    </SettingsPage>
  );
}

function useColumns(): readonly Column<Import>[] {
  const { t, local } = useWords();
  const kinds = useQuery(kindsQuery);
  const nameOf = (key: string) => local(kinds.data?.find((kind) => kind.key === key)?.name) || key;
  const standing = (row: Import) => {
    const key = standingOf(row);
    return <StateTag tone={TONES[key]}>{t(`imports.standing.${key}`)}</StateTag>;
  };
  return [
    { key: "file", title: t("imports.file"), cell: (row) => row.file, width: "minmax(0, 1.6fr)" },
    { key: "kind", title: t("imports.kind"), cell: (row) => nameOf(row.kind) },
    { key: "who", title: t("imports.who"), cell: (row) => row.actor_name ?? t("imports.by_command"), isMinor: true },
    { key: "rows", title: t("imports.rows"), cell: (row) => row.rows, isFigure: true },
    {
      key: "refused",
      title: t("imports.refused"),
      cell: (row) => row.run?.refused ?? "",
      isFigure: true,
      isMinor: true,
    },
    { key: "state", title: t("imports.state"), cell: standing },
    { key: "at", title: t("imports.at"), cell: (row) => <Ago at={row.created_at} /> },
  ];
}
