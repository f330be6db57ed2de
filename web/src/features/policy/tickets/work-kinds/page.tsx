import { type EditorProps, EntriesPage } from "@/features/policy/entries/entries-page";
import { EntryEditor, type Named } from "@/features/policy/entries/entry-editor";
import type { Schemas } from "@/lib/api";
import { useWords } from "@/lib/words";
import type { SectionProps } from "@/ui/settings/section";

type WorkKind = Schemas["WorkKind"];

/** What recorded time is spent on, as it is drafted. */
export default function WorkKindsPage({ id, onOpen }: SectionProps) {
  const { t, local } = useWords();
  const columns = [{ key: "name", title: t("policy.entry.name"), cell: ({ name }: WorkKind) => local(name) }];
  return (
    <EntriesPage section="work_kinds" icon="clock" id={id} onOpen={onOpen} columns={columns} editor={WorkKindEditor} />
  );
}

function WorkKindEditor(props: EditorProps<WorkKind>) {
  return (
    <EntryEditor<WorkKind, Named> {...props} texts="work_kinds" entered={() => ({})} made={({ key }) => ({ key })}>
      {() => null}
    </EntryEditor>
  );
}
