import { useNames } from "@/lib/directory";
import { useCounting } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { DueChip } from "@/ui/marks/due-chip";
import { Empty } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table/data-table";
import type { Board, Waiting } from "./queries";
import { Subject } from "./subject";

/** What nobody has, and why: the router's own last word. */
export function WaitingTable({ board, onAssign }: { board: Board; onAssign: (ticket: Waiting) => void }) {
  const { t } = useCounting();
  return (
    <DataTable
      label={t("team.waiting.title")}
      columns={useColumns()}
      rows={board.waiting}
      keyOf={(row) => row.number}
      nameOf={(row) => row.number}
      actionsOf={(row) => [{ key: "assign", label: t("team.assign.action"), run: () => onAssign(row) }]}
      empty={<Empty isPart icon="check" title={t("team.waiting.none.title")} text={t("team.waiting.none.text")} />}
    />
  );
}

function useColumns(): readonly Column<Waiting>[] {
  const { t, local } = useCounting();
  const names = useNames();
  const why = (row: Waiting) => (row.held ? t("queue.held_why") : row.why ? local(row.why) : t("team.waiting.not_yet"));
  return [
    {
      key: "ticket",
      title: t("team.waiting.ticket"),
      width: "minmax(0, 1.6fr)",
      cell: (row) => <Subject ticket={row} />,
    },
    {
      key: "team",
      title: t("team.waiting.team"),
      cell: (row) => (row.team ? local(names.name("team", row.team)) : ""),
    },
    { key: "since", title: t("team.waiting.since"), width: "104px", cell: (row) => <Ago at={row.since} /> },
    {
      key: "due",
      title: t("team.waiting.due"),
      width: "150px",
      cell: (row) => row.next_due_at && <DueChip due={{ dueAt: row.next_due_at, riskAt: row.risk_at }} quiet />,
    },
    { key: "why", title: t("team.waiting.why"), width: "minmax(0, 1.4fr)", cell: why },
  ];
}
