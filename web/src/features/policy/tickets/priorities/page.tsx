import { Button } from "antd";
import { useClash } from "@/features/policy/clash";
import { useDraftSection } from "@/features/policy/draft";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { PriorityMark } from "@/ui/marks/priority-mark";
import { StateTag } from "@/ui/marks/state-tag";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Column, DataTable } from "@/ui/table/data-table";
import { PriorityEditor } from "./editor";
import { moved, ordered, type Priority } from "./order";
import css from "./priorities.module.css";

/** The priorities, most urgent first, as they are drafted. */
export default function PrioritiesPage({ id, onOpen }: SectionProps) {
  const { t, local } = useWords();
  const section = useDraftSection("priorities");
  const { value, error, retry } = section;
  const { round, clash } = useClash(section);
  const columns = useColumns();
  const actionsOf = useActions(value ?? [], section.save);
  if (id) {
    return (
      <>
        <PriorityEditor key={round} id={id} section={section} onClose={() => onOpen()} />
        {clash}
      </>
    );
  }
  const add = section.mayAdd && (
    <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => onOpen("new")}>
      {t("priorities.add")}
    </Button>
  );
  return (
    <SettingsPage title={t("priorities.title")} lead={t("priorities.lead")} actions={add}>
      <DataTable
        label={t("priorities.title")}
        columns={columns}
        rows={value && ordered(value)}
        error={error}
        onRetry={retry}
        keyOf={(row) => row.key}
        nameOf={(row) => local(row.name)}
        onOpen={(row) => onOpen(row.key)}
        actionsOf={section.mayEdit() ? actionsOf : undefined}
        empty={<Empty icon="flame" title={t("priorities.empty.title")} text={t("priorities.empty.text")} />}
      />
      {clash}
    </SettingsPage>
  );
}

function useColumns(): readonly Column<Priority>[] {
  const { t, local } = useWords();
  return [
    {
      key: "name",
      title: t("priorities.name"),
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
    {
      key: "state",
      title: t("priorities.state"),
      cell: ({ retired }) =>
        retired ? t("priorities.retired") : <StateTag tone="good">{t("priorities.in_use")}</StateTag>,
    },
  ];
}

function useActions(all: readonly Priority[], save: (next: Priority[]) => Promise<unknown>) {
  const { t, local, problem } = useWords();
  const { message, modal } = useVoice();
  const keep = async (next: readonly Priority[]) => {
    try {
      await save([...next]);
      message.success(t("priorities.saved"));
    } catch (error) {
      message.error(problem(error).title);
    }
  };
  const set = (key: string, retired: boolean) => keep(all.map((one) => (one.key === key ? { ...one, retired } : one)));
  const retire = async ({ key, name }: Priority) => {
    const words = {
      title: t("priorities.retire_title", { name: local(name) }),
      content: t("priorities.retire_text"),
    };
    const buttons = { okText: t("priorities.retire"), cancelText: t("common.cancel"), okButtonProps: { danger: true } };
    if (await modal.confirm({ ...words, ...buttons })) await set(key, true);
  };
  return (row: Priority) => {
    const up = moved(all, row.key, -1);
    const down = moved(all, row.key, 1);
    return [
      ...(up ? [{ key: "up", label: t("priorities.up"), run: () => keep(up) }] : []),
      ...(down ? [{ key: "down", label: t("priorities.down"), run: () => keep(down) }] : []),
      row.retired
        ? { key: "restore", label: t("priorities.restore"), run: () => set(row.key, false) }
        : { key: "retire", label: t("priorities.retire"), isDangerous: true, run: () => retire(row) },
    ];
  };
}
