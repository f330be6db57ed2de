import { useEntryActions } from "@/features/policy/entries/actions";
import { useDrafted } from "@/features/policy/entries/drafted";
import { EntriesPage } from "@/features/policy/entries/entries-page";
import { useWords } from "@/lib/words";
import type { SectionProps } from "@/ui/settings/section";
import type { Column } from "@/ui/table/data-table";
import { ChecklistEditor } from "./editor";
import type { Checklist } from "./entered";

/** What is gone through before closing, and which types it binds, as it is drafted. */
export default function ChecksPage({ id, onOpen }: SectionProps) {
  const columns = useColumns();
  return (
    <EntriesPage
      section="checklists"
      texts="checks"
      icon="check"
      id={id}
      onOpen={onOpen}
      columns={columns}
      editor={ChecklistEditor}
      useActions={useActions}
    />
  );
}

function useColumns(): readonly Column<Checklist>[] {
  const { t, local } = useWords();
  const types = useDrafted("types");
  const boundBy = (key: string) =>
    types.filter((one) => one.checklist === key && !one.retired).map(({ name }) => local(name));
  return [
    { key: "name", title: t("policy.entry.name"), cell: ({ name }) => local(name) },
    {
      key: "items",
      title: t("checks.items"),
      cell: ({ items }) => t("checks.count", { n: items.filter(({ retired }) => !retired).length }),
    },
    {
      key: "types",
      title: t("checks.types"),
      cell: ({ key }) => boundBy(key).join(t("common.list_comma")) || t("checks.binds_nothing"),
      width: "minmax(0, 3fr)",
    },
  ];
}

function useActions(all: readonly Checklist[], save: (next: Checklist[]) => Promise<unknown>) {
  const { t } = useWords();
  return useEntryActions(all, save, { step: null, retireText: t("checks.retire_text") });
}
