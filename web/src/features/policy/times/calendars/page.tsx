import { useKeeping } from "@/features/policy/entries/actions";
import { EntriesPage } from "@/features/policy/entries/entries-page";
import { useWords } from "@/lib/words";
import type { SectionProps } from "@/ui/settings/section";
import { useVoice } from "@/ui/states/voice";
import type { Column } from "@/ui/table/data-table";
import css from "./calendars.module.css";
import { CalendarEditor, COPY_OF } from "./editor";
import type { Calendar } from "./queries";
import { useUses } from "./uses";
import { weekWords } from "./words";
import type { Week } from "./year/days";

/** The calendars, as they are drafted. */
export default function CalendarsPage({ id, onOpen }: SectionProps) {
  const columns = useColumns();
  return (
    <EntriesPage
      section="calendars"
      icon="clock"
      id={id}
      onOpen={onOpen}
      columns={columns}
      editor={CalendarEditor}
      useActions={useActions}
    />
  );
}

function useColumns(): readonly Column<Calendar>[] {
  const { t, local } = useWords();
  return [
    { key: "name", title: t("calendars.name"), cell: (row) => local(row.name) },
    {
      key: "hours",
      title: t("calendars.hours"),
      cell: (row) => <span className={css.text}>{weekWords(t, row.week as Week)}</span>,
      width: "minmax(0, 2.4fr)",
    },
    { key: "zone", title: t("calendars.zone"), cell: (row) => row.zone },
  ];
}

/** One that is in use is not retired: what uses it is named. */
function useActions(
  all: readonly Calendar[],
  save: (next: Calendar[]) => Promise<unknown>,
  onOpen: SectionProps["onOpen"],
) {
  const { t, local } = useWords();
  const { message, modal } = useVoice();
  const uses = useUses();
  const { retire, ending } = useKeeping(all, save, t("calendars.retire_text"));
  const retireUnused = async (row: Calendar) => {
    const using = uses(row.key);
    if (using === undefined) return message.error(t("calendars.uses_unknown"));
    if (using.length === 0) return retire(row);
    const content = (
      <>
        <p>{t("calendars.used_text")}</p>
        <ul>
          {using.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </>
    );
    const title = t("calendars.used_title", { name: local(row.name) });
    return modal.confirm({ title, content, okText: t("calendars.understood"), okCancel: false });
  };
  return (row: Calendar) => [
    { key: "copy", label: t("calendars.copy"), run: () => onOpen(`${COPY_OF}${row.key}`) },
    ending(row, retireUnused),
  ];
}
