import { useDrafted } from "@/features/policy/entries/drafted";
import { EntriesPage } from "@/features/policy/entries/entries-page";
import { useWords } from "@/lib/words";
import type { SectionProps } from "@/ui/settings/section";
import type { Column } from "@/ui/table/data-table";
import { FormEditor } from "./editor";
import type { TicketForm } from "./preview/queries";
import { useStepName } from "./steps";

/** The forms, as they are drafted: who fills in what, and when. */
export default function FormsPage({ id, onOpen }: SectionProps) {
  const columns = useColumns();
  return <EntriesPage section="forms" icon="list" id={id} onOpen={onOpen} columns={columns} editor={FormEditor} />;
}

function useColumns(): readonly Column<TicketForm>[] {
  const { t, local } = useWords();
  const types = useDrafted("types");
  const stepName = useStepName();
  const named = (keys: readonly string[]) =>
    keys.map((key) => local(types.find((one) => one.key === key)?.name) || key).join(t("common.list_comma"));
  return [
    { key: "name", title: t("policy.entry.name"), cell: ({ name }) => local(name) },
    { key: "by", title: t("forms.filled_by"), cell: ({ filled_by = "agent" }) => t(`forms.by.${filled_by}`) },
    { key: "step", title: t("forms.step"), cell: ({ step = "open" }) => stepName(step) },
    { key: "types", title: t("forms.types"), cell: (row) => named(row.types ?? []) || t("forms.all_types") },
    {
      key: "count",
      title: t("forms.count"),
      cell: ({ fields = [] }) => fields.length,
      isFigure: true,
      width: "88px",
      isMinor: true,
    },
  ];
}
