import { useNames } from "@/lib/directory";
import { useCounting } from "@/lib/words";
import { DueChip } from "@/ui/marks/due-chip";
import { Empty } from "@/ui/states";
import { DataTable } from "@/ui/table/data-table";
import type { Escalated } from "./queries";
import { Subject } from "./subject";

export function EscalatedTable({ tickets }: { tickets: readonly Escalated[] }) {
  const { t, local } = useCounting();
  const names = useNames();
  return (
    <DataTable
      label={t("team.escalated.title")}
      rows={tickets}
      keyOf={(row) => row.number}
      nameOf={(row) => row.number}
      columns={[
        {
          key: "ticket",
          title: t("team.waiting.ticket"),
          width: "minmax(0, 2fr)",
          cell: (row) => <Subject ticket={row} />,
        },
        { key: "level", title: t("team.escalated.level"), cell: (row) => local(names.name("level", row.level)) },
        { key: "who", title: t("team.escalated.who"), cell: (row) => row.assignee?.name ?? t("queue.nobody") },
        {
          key: "due",
          title: t("team.waiting.due"),
          width: "150px",
          cell: (row) => row.next_due_at && <DueChip due={{ dueAt: row.next_due_at }} quiet />,
        },
      ]}
      empty={<Empty isPart icon="check" title={t("team.escalated.none.title")} text={t("team.escalated.none.text")} />}
    />
  );
}
