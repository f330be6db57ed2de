import { useDrafted } from "@/features/policy/entries/drafted";
import { EntriesPage } from "@/features/policy/entries/entries-page";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import type { SectionProps } from "@/ui/settings/section";
import type { Column } from "@/ui/table/data-table";
import { type TicketType, TypeEditor } from "./editor";

/** The ticket types, as they are drafted. */
export default function TypesPage({ id, onOpen }: SectionProps) {
  const columns = useColumns();
  return <EntriesPage section="types" icon="inbox" id={id} onOpen={onOpen} columns={columns} editor={TypeEditor} />;
}

function useColumns(): readonly Column<TicketType>[] {
  const { t, local } = useWords();
  const names = useNames();
  const workflows = useDrafted("workflows");
  const workflow = (key: string) => local(workflows.find((one) => one.key === key)?.name) || key;
  return [
    { key: "name", title: t("policy.entry.name"), cell: ({ name }) => local(name) },
    { key: "workflow", title: t("types.workflow"), cell: (row) => workflow(row.workflow) },
    {
      key: "who_closes",
      title: t("types.who_closes"),
      cell: ({ who_closes = "requester_or_timer" }) => t(`types.closes.${who_closes}`),
      isMinor: true,
    },
    {
      key: "team",
      title: t("types.default_team"),
      cell: (row) => local(names.name("team", row.default_team ?? null)) || t("common.nothing"),
    },
    {
      key: "portal",
      title: t("types.member.on_portal"),
      cell: ({ on_portal = true }) => t(on_portal ? "common.yes" : "common.no"),
      width: "88px",
      isMinor: true,
    },
  ];
}
