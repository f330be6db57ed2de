import { useInfiniteQuery } from "@tanstack/react-query";
import type { Fault } from "@/lib/api";
import { useWords } from "@/lib/words";
import { Empty } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table/data-table";
import css from "./imports.module.css";
import { type Import, type ImportKind, problemsFile, problemsQuery, type RowProblem, type Work } from "./queries";

interface ProblemsProps {
  one: Import;
  work: Work;
  kind: ImportKind;
}

/** Rows that were refused: where, why, and what to do. */
export function Problems({ one, work, kind }: ProblemsProps) {
  const { t } = useWords();
  const query = problemsQuery(one.id, work.operation_id, work.refused);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(query);
  return (
    <section aria-label={t("imports.problems")} className={css.problems}>
      <div className={css.head}>
        <h2>{t("imports.problems")}</h2>
        {one.forgotten_at === null && (
          <a href={problemsFile(one.id)} download>
            {t("imports.download")}
          </a>
        )}
      </div>
      <p className={css.help}>{t("imports.problems_help")}</p>
      <DataTable
        label={t("imports.problems")}
        columns={useColumns(kind)}
        rows={data?.pages.flat()}
        error={error}
        onRetry={refetch}
        keyOf={(row) => String(row.position)}
        nameOf={(row) => t("imports.row_n", { n: row.row })}
        empty={<Empty icon="check" title={t("imports.no_problems")} />}
        onMore={hasNextPage ? fetchNextPage : undefined}
        isLoadingMore={isFetchingNextPage}
      />
    </section>
  );
}

function useColumns(kind: ImportKind): readonly Column<RowProblem>[] {
  const { t, local } = useWords();
  const columnOf = (field: string) => local(kind.columns.find((one) => one.key === field)?.name) || field;
  const why = ({ problem }: RowProblem) => {
    const faults = problem.faults as (Fault & { remedy: string })[];
    if (faults.length === 0) return { title: String(problem.title), remedy: String(problem.remedy) };
    return {
      title: faults.map(({ field, title }) => t("imports.fault", { column: columnOf(field), title })).join("\n"),
      remedy: [...new Set(faults.map(({ remedy }) => remedy))].join("\n"),
    };
  };
  return [
    { key: "row", title: t("imports.row"), cell: ({ row }) => t("imports.row_n", { n: row }), width: "88px" },
    {
      key: "cells",
      title: t("imports.cells"),
      cell: ({ cells }) => <span className={css.cells}>{cells.filter(Boolean).join(t("common.list_comma"))}</span>,
      isMinor: true,
    },
    { key: "why", title: t("imports.why"), cell: (row) => <span className={css.lines}>{why(row).title}</span> },
    { key: "remedy", title: t("imports.remedy"), cell: (row) => <span className={css.lines}>{why(row).remedy}</span> },
  ];
}
