/** A table, and what stands where there is nothing to show. */
import { useState } from "react";
import { Problem } from "@/lib/api";
import { useWords } from "@/lib/words";
import { Empty, Failure, SkeletonLines, Stale } from "@/ui/states";
import { DataTable } from "@/ui/table/data-table";
import { PHASES } from "./controls";
import css from "./design.module.css";

export function TableShown() {
  const { t } = useWords();
  const rows = PHASES.map((name, at) => ({ name, figure: (at + 1) * 1_234 }));
  const [opened, setOpened] = useState("");
  return (
    <DataTable
      label={t("design.table")}
      rows={rows}
      keyOf={({ name }) => name}
      nameOf={({ name }) => name}
      onOpen={({ name }) => setOpened(name)}
      actionsOf={({ name }) => [{ key: "open", label: t("design.open"), run: () => setOpened(name) }]}
      columns={[
        { key: "name", title: t("design.field"), cell: ({ name }) => (name === opened ? `${name} ✓` : name) },
        { key: "figure", title: t("design.figure"), cell: ({ figure }) => figure.toLocaleString(), isFigure: true },
      ]}
      empty={null}
    />
  );
}

export function StatesShown() {
  const { t } = useWords();
  const lost = new Problem(0, "client.unreachable", "", "", [], {});
  return (
    <div className={css.states}>
      <Empty icon="inbox" title={t("design.empty")} text={t("design.help")} />
      <Failure error={lost} onRetry={() => undefined} />
      <div>
        <Stale error={lost} onRetry={() => undefined} />
        <div aria-hidden="true">
          <SkeletonLines count={4} />
        </div>
      </div>
    </div>
  );
}
