/** A list of entries of the policy, as they are drafted: opened, added, put in order, retired and restored. */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useClash } from "@/features/policy/clash";
import { type Bundle, type DraftSection, useDraftSection } from "@/features/policy/draft";
import { useWords } from "@/lib/words";
import { Icon, type IconName } from "@/ui/marks/icon";
import { StateTag } from "@/ui/marks/state-tag";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table/data-table";
import { type Entry, useEntryActions } from "./actions";
import type { ListKey } from "./drafted";

export interface EditorProps<T> {
  id: string;
  section: DraftSection<T[]>;
  onClose: () => void;
}

interface EntriesPageProps<K extends ListKey> extends Pick<SectionProps, "id" | "onOpen"> {
  section: K;
  icon: IconName;
  columns: readonly Column<Bundle[K][number]>[];
  editor: (props: EditorProps<Bundle[K][number]>) => ReactElement;
}

export function EntriesPage<K extends ListKey>({
  section: key,
  id,
  icon,
  columns,
  editor,
  onOpen,
}: EntriesPageProps<K>) {
  type T = Bundle[K][number] & Entry;
  const { t, local } = useWords();
  const section = useDraftSection(key) as unknown as DraftSection<T[]>;
  const { value, error, retry } = section;
  const { round, clash } = useClash(section);
  const actionsOf = useEntryActions(value ?? [], section.save);
  const Editor = editor as unknown as (props: EditorProps<T>) => ReactElement;
  if (id) {
    return (
      <>
        <Editor key={round} id={id} section={section} onClose={() => onOpen()} />
        {clash}
      </>
    );
  }
  const add = section.mayEdit() && (
    <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => onOpen("new")}>
      {t(`${key}.add`)}
    </Button>
  );
  const state: Column<T> = {
    key: "state",
    title: t("policy.entry.state"),
    cell: ({ retired }) =>
      retired ? t("policy.entry.retired") : <StateTag tone="good">{t("policy.entry.in_use")}</StateTag>,
    width: "96px",
  };
  return (
    <SettingsPage title={t(`${key}.title`)} lead={t(`${key}.lead`)} actions={add}>
      <DataTable
        label={t(`${key}.title`)}
        columns={[...(columns as unknown as readonly Column<T>[]), state]}
        rows={value && [...value].sort((one, other) => Number(one.retired ?? false) - Number(other.retired ?? false))}
        error={error}
        onRetry={retry}
        keyOf={(row) => row.key}
        nameOf={(row) => local(row.name)}
        onOpen={(row) => onOpen(row.key)}
        actionsOf={section.mayEdit() ? actionsOf : undefined}
        empty={<Empty icon={icon} title={t(`${key}.empty.title`)} text={t(`${key}.empty.text`)} />}
      />
      {clash}
    </SettingsPage>
  );
}
