import { useDrafted } from "@/features/policy/entries/drafted";
import { EntriesPage } from "@/features/policy/entries/entries-page";
import type { CustomField } from "@/features/policy/tickets/forms/preview/queries";
import { useWords } from "@/lib/words";
import { StateTag } from "@/ui/marks/state-tag";
import type { SectionProps } from "@/ui/settings/section";
import type { Column } from "@/ui/table/data-table";
import { FieldEditor } from "./editor";

/** The custom fields, as they are drafted. */
export default function FieldsPage({ id, onOpen }: SectionProps) {
  const columns = useColumns();
  return <EntriesPage section="fields" icon="tag" id={id} onOpen={onOpen} columns={columns} editor={FieldEditor} />;
}

function useColumns(): readonly Column<CustomField>[] {
  const { t, local } = useWords();
  const types = useDrafted("types");
  const named = (keys: readonly string[]) =>
    keys.map((key) => local(types.find((one) => one.key === key)?.name) || key).join(t("common.list_comma"));
  return [
    { key: "name", title: t("policy.entry.name"), cell: ({ name }) => local(name) },
    { key: "kind", title: t("fields.kind"), cell: ({ kind }) => t(`fields.kinds.${kind}`) },
    {
      key: "types",
      title: t("fields.types"),
      cell: (row) => named(row.types ?? []) || t("fields.all_types"),
      isMinor: true,
    },
    {
      key: "marks",
      title: t("fields.marks"),
      cell: ({ sensitive, filterable }) => (
        <>
          {sensitive && <StateTag tone="warn">{t("fields.sensitive")}</StateTag>}{" "}
          {filterable && <StateTag tone="warn">{t("fields.filterable")}</StateTag>}
        </>
      ),
      isMinor: true,
    },
  ];
}
