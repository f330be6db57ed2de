import { Link } from "@tanstack/react-router";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import type { Column } from "@/ui/table/data-table";
import { daysBetween, minutesOn } from "./days";
import type { By, WorkedRow, WorkTimes } from "./queries";
import css from "./times.module.css";

/** The columns of the report; up to seven days stand side by side. */
export function useColumns(by: By, data: WorkTimes | undefined) {
  const { t, worked } = useWords();
  const nameOf = useNameOf(by);
  const days = data && by !== "day" ? daysBetween(data.since, data.until) : [];
  const columns: Column<WorkedRow>[] = [
    {
      key: "name",
      title: t(`team.times.by.${by}`),
      width: "minmax(120px, 2fr)",
      cell: (row) => (by === "ticket" ? <TicketName row={row} /> : nameOf(row)),
    },
    ...days.map((day) => ({
      key: day,
      title: day.slice(5),
      isFigure: true,
      isMinor: true,
      cell: (row: WorkedRow) => {
        const minutes = minutesOn(row, day);
        return minutes > 0 ? worked(minutes) : "";
      },
    })),
    { key: "entries", title: t("team.times.entries"), isFigure: true, isMinor: true, cell: ({ entries }) => entries },
    { key: "minutes", title: t("team.times.minutes"), isFigure: true, cell: ({ minutes }) => worked(minutes) },
  ];
  return { columns, nameOf };
}

function TicketName({ row }: { row: WorkedRow }) {
  if (!row.title) return row.key;
  return (
    <>
      <Link to="/tickets/$number" params={{ number: row.key }}>
        {row.key}
      </Link>
      <span className={css.quiet}>{row.title}</span>
    </>
  );
}

/** What a row is of, in words. */
function useNameOf(by: By): (row: WorkedRow) => string {
  const { t, local } = useWords();
  const names = useNames();
  return ({ key }) => {
    if (by === "person") return names.member(Number(key))?.name ?? t("events.someone");
    if (by === "team" || by === "work_kind") return key ? local(names.name(by, key)) : t(`team.times.no_${by}`);
    return key;
  };
}
