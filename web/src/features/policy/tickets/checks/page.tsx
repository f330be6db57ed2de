import { Button } from "antd";
import { useClash } from "@/features/policy/clash";
import { useDraftSection } from "@/features/policy/draft";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { StateTag } from "@/ui/marks/state-tag";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Column, DataTable } from "@/ui/table/data-table";
import { ChecklistEditor } from "./editor";
import type { Checklist } from "./entered";

/** What is gone through before closing, and which types it binds, as it is drafted. */
export default function ChecksPage({ id, onOpen }: SectionProps) {
  const { t, local } = useWords();
  const section = useDraftSection("checklists");
  const types = useDraftSection("types");
  const { value, error, retry } = section;
  const { round, clash } = useClash(section);
  const clashOfTypes = useClash(types);
  const columns = useColumns((key) =>
    (types.value ?? []).filter((one) => one.checklist === key && !one.retired).map(({ name }) => local(name)),
  );
  const actionsOf = useActions(value ?? [], section.save);
  if (id) {
    return (
      <>
        <ChecklistEditor key={round} id={id} section={section} types={types} onClose={() => onOpen()} />
        {clash}
        {clashOfTypes.clash}
      </>
    );
  }
  const add = section.mayAdd && (
    <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => onOpen("new")}>
      {t("checks.add")}
    </Button>
  );
  return (
    <SettingsPage title={t("checks.title")} lead={t("checks.lead")} actions={add}>
      <DataTable
        label={t("checks.title")}
        columns={columns}
        rows={value}
        error={error}
        onRetry={retry}
        keyOf={(row) => row.key}
        nameOf={(row) => local(row.name)}
        onOpen={(row) => onOpen(row.key)}
        actionsOf={section.mayEdit() ? actionsOf : undefined}
        empty={<Empty icon="check" title={t("checks.empty.title")} text={t("checks.empty.text")} />}
      />
      {clash}
    </SettingsPage>
  );
}

function useColumns(boundBy: (key: string) => string[]): readonly Column<Checklist>[] {
  const { t, local } = useWords();
  return [
    { key: "name", title: t("checks.name"), cell: ({ name }) => local(name) },
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
    {
      key: "state",
      title: t("checks.state"),
      cell: ({ retired }) => (retired ? t("checks.retired") : <StateTag tone="good">{t("checks.in_use")}</StateTag>),
    },
  ];
}

function useActions(all: readonly Checklist[], save: (next: Checklist[]) => Promise<unknown>) {
  const { t, local, problem } = useWords();
  const { message, modal } = useVoice();
  const set = async (key: string, retired: boolean) => {
    try {
      await save(all.map((one) => (one.key === key ? { ...one, retired } : one)));
      message.success(t("checks.saved"));
    } catch (error) {
      message.error(problem(error).title);
    }
  };
  const retire = async ({ key, name }: Checklist) => {
    const words = { title: t("checks.retire_title", { name: local(name) }), content: t("checks.retire_text") };
    const buttons = { okText: t("checks.retire"), cancelText: t("common.cancel"), okButtonProps: { danger: true } };
    if (await modal.confirm({ ...words, ...buttons })) await set(key, true);
  };
  return (row: Checklist) => [
    row.retired
      ? { key: "restore", label: t("checks.restore"), run: () => set(row.key, false) }
      : { key: "retire", label: t("checks.retire"), isDangerous: true, run: () => retire(row) },
  ];
}
