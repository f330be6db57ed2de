import { useEntryActions } from "@/features/policy/entries/actions";
import { EntriesPage } from "@/features/policy/entries/entries-page";
import { useWords } from "@/lib/words";
import { PriorityMark } from "@/ui/marks/priority-mark";
import type { SectionProps } from "@/ui/settings/section";
import type { Column } from "@/ui/table/data-table";
import { PriorityEditor } from "./editor";
import { moved, ordered, type Priority } from "./order";
import css from "./priorities.module.css";

/** The priorities, most urgent first, as they are drafted. */
export default function PrioritiesPage({ id, onOpen }: SectionProps) {
  const columns = useColumns();
  return (
    <EntriesPage
      section="priorities"
      icon="flame"
      id={id}
      onOpen={onOpen}
      columns={columns}
      editor={PriorityEditor}
      inOrder={ordered}
      useActions={useActions}
    />
  );
}

function useColumns(): readonly Column<Priority>[] {
  const { t, local } = useWords();
  return [
    {
      key: "name",
      title: t("policy.entry.name"),
      cell: ({ rank, colour, name }) => (
        <span className={css.name}>
          <PriorityMark rank={rank} colour={colour} name="" /> {local(name)}
        </span>
      ),
    },
    {
      key: "definition",
      title: t("priorities.definition"),
      cell: (row) => <span className={css.text}>{local(row.definition) || t("common.nothing")}</span>,
      width: "minmax(0, 3fr)",
    },
    {
      key: "examples",
      title: t("priorities.examples"),
      cell: (row) => <span className={css.text}>{local(row.examples) || t("common.nothing")}</span>,
      width: "minmax(0, 2fr)",
      isMinor: true,
    },
  ];
}

function useActions(all: readonly Priority[], save: (next: Priority[]) => Promise<unknown>) {
  const { t } = useWords();
  return useEntryActions(all, save, { step: moved, retireText: t("priorities.retire_text") });
}
