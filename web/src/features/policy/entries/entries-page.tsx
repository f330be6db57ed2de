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
import { type Column, DataTable, type RowAction } from "@/ui/table/data-table";
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
  /** The file of its texts, where it is not called as the section is. */
  texts?: string;
  /** As they stand in the list; without it those in use come first. */
  inOrder?: (all: readonly Bundle[K][number][]) => Bundle[K][number][];
  /** What can be done to one, where that is not the same as elsewhere. A hook: always the same function. */
  useActions?: (
    all: readonly Bundle[K][number][],
    save: (next: Bundle[K][number][]) => Promise<unknown>,
    onOpen: SectionProps["onOpen"],
  ) => (row: Bundle[K][number]) => RowAction[];
}

export function EntriesPage<K extends ListKey>({
  section: key,
  id,
  icon,
  columns,
  editor,
  texts = key,
  inOrder = inUseFirst,
  useActions = useUsualActions,
  onOpen,
}: EntriesPageProps<K>) {
  type T = Bundle[K][number] & Entry;
  const { t, local } = useWords();
  const section = useDraftSection(key) as unknown as DraftSection<T[]>;
  const { value, error, retry } = section;
  const { round, clash } = useClash(section);
  const actionsOf = useActions(value ?? [], section.save, onOpen);
  const Editor = editor as unknown as (props: EditorProps<T>) => ReactElement;
  if (id) {
    return (
      <>
        <Editor key={`${id} ${round}`} id={id} section={section} onClose={() => onOpen()} />
        {clash}
      </>
    );
  }
  const add = section.mayAdd && (
    <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => onOpen("new")}>
      {t(`${texts}.add`)}
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
    <SettingsPage title={t(`${texts}.title`)} lead={t(`${texts}.lead`)} actions={add}>
      <DataTable
        label={t(`${texts}.title`)}
        columns={[...(columns as unknown as readonly Column<T>[]), state]}
        rows={value && (inOrder(value) as T[])}
        error={error}
        onRetry={retry}
        keyOf={(row) => row.key}
        nameOf={(row) => local(row.name)}
        onOpen={(row) => onOpen(row.key)}
        actionsOf={section.mayEdit() ? actionsOf : undefined}
        empty={<Empty icon={icon} title={t(`${texts}.empty.title`)} text={t(`${texts}.empty.text`)} />}
      />
      {clash}
    </SettingsPage>
  );
}

const useUsualActions = <T extends Entry>(all: readonly T[], save: (next: T[]) => Promise<unknown>) =>
  useEntryActions(all, save);

const inUseFirst = <T extends { retired?: boolean }>(all: readonly T[]): T[] =>
  [...all].sort((one, other) => Number(one.retired ?? false) - Number(other.retired ?? false));
