import { useDrafted } from "@/features/policy/entries/drafted";
import { EntriesPage } from "@/features/policy/entries/entries-page";
import { useWords } from "@/lib/words";
import type { SectionProps } from "@/ui/settings/section";
import type { Column } from "@/ui/table/data-table";
import { TemplateEditor, type TicketTemplate } from "./editor";

/** The ticket templates, as they are drafted. */
export default function TemplatesPage({ id, onOpen }: SectionProps) {
  const columns = useColumns();
  return (
    <EntriesPage section="templates" icon="edit" id={id} onOpen={onOpen} columns={columns} editor={TemplateEditor} />
  );
}

function useColumns(): readonly Column<TicketTemplate>[] {
  const { t, local } = useWords();
  const [types, categories, fields] = [useDrafted("types"), useDrafted("categories"), useDrafted("fields")];
  const named = (entries: readonly { key: string; name: Record<string, string> }[], key: string | null | undefined) =>
    local(entries.find((one) => one.key === key)?.name) || key || t("common.nothing");
  return [
    { key: "name", title: t("policy.entry.name"), cell: ({ name }) => local(name) },
    { key: "type", title: t("templates.type"), cell: (row) => named(types, row.type) },
    { key: "category", title: t("templates.category"), cell: (row) => named(categories, row.category), isMinor: true },
    {
      key: "fields",
      title: t("templates.required"),
      cell: (row) =>
        (row.fields ?? [])
          .filter(({ required }) => required)
          .map(({ field }) => named(fields, field))
          .join(t("common.list_comma")) || t("common.nothing"),
      width: "minmax(0, 2fr)",
      isMinor: true,
    },
    {
      key: "to",
      title: t("templates.offered_to"),
      cell: ({ offered_to = ["agent"] }) => offered_to.map((by) => t(`forms.by.${by}`)).join(t("common.list_comma")),
    },
  ];
}
