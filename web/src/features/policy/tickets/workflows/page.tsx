import "./canvas/hues.css";
import { Button } from "antd";
import { useClash } from "@/features/policy/clash";
import { useDraftSection } from "@/features/policy/draft";
import { useEntryActions } from "@/features/policy/entries/actions";
import { useDrafted } from "@/features/policy/entries/drafted";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { StateTag } from "@/ui/marks/state-tag";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table/data-table";
import { FlowPage } from "./flow-page";
import { standing, type Workflow } from "./model/flow";
import { NewFlow } from "./new-flow";
import { useRunning } from "./queries";

/** The workflows, as they are drafted: which types go through them, and the drawing of each. */
export default function WorkflowsPage({ id, search, onOpen, onSearch }: SectionProps) {
  const { t, local } = useWords();
  const section = useDraftSection("workflows");
  const { value, error, retry } = section;
  const { round, clash } = useClash(section);
  const columns = useColumns();
  const actionsOf = useEntryActions(value ?? [], section.save);
  if (id === "new") return <NewFlow section={section} onDone={onOpen} />;
  if (id) {
    return (
      <>
        <FlowPage
          key={`${id} ${round}`}
          id={id}
          section={section}
          search={search}
          onOpen={onOpen}
          onSearch={onSearch}
        />
        {clash}
      </>
    );
  }
  const add = section.mayEdit() && (
    <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => onOpen("new")}>
      {t("workflows.add")}
    </Button>
  );
  return (
    <SettingsPage title={t("workflows.title")} lead={t("workflows.lead")} actions={add}>
      <DataTable
        label={t("workflows.title")}
        columns={columns}
        rows={value && [...value].sort((one, other) => Number(one.retired ?? false) - Number(other.retired ?? false))}
        error={error}
        onRetry={retry}
        keyOf={(row) => row.key}
        nameOf={(row) => local(row.name)}
        onOpen={(row) => onOpen(row.key)}
        actionsOf={section.mayEdit() ? actionsOf : undefined}
        empty={<Empty icon="swap" title={t("workflows.empty.title")} text={t("workflows.empty.text")} />}
      />
      {clash}
    </SettingsPage>
  );
}

function useColumns(): readonly Column<Workflow>[] {
  const { t, local } = useWords();
  const types = useDrafted("types");
  const running = useRunning();
  const runs = (key: string) => running?.find((one) => one.key === key);
  const usedBy = (key: string) => standing(types).filter(({ workflow }) => workflow === key);
  return [
    { key: "name", title: t("policy.entry.name"), cell: ({ name }) => local(name) },
    {
      key: "types",
      title: t("workflows.types"),
      cell: ({ key }) =>
        usedBy(key)
          .map(({ name }) => local(name))
          .join(t("common.list_comma")) || t("workflows.no_type"),
      width: "minmax(0, 2fr)",
    },
    {
      key: "statuses",
      title: t("workflows.statuses"),
      cell: ({ statuses }) => standing(statuses).length,
      isFigure: true,
      width: "88px",
      isMinor: true,
    },
    {
      key: "tickets",
      title: t("workflows.running"),
      cell: ({ key }) => runs(key)?.tickets ?? t("common.nothing"),
      isFigure: true,
      width: "112px",
    },
    {
      key: "versions",
      title: t("workflows.versions_in_use"),
      cell: ({ key }) => runs(key)?.versions.filter(({ tickets }) => tickets > 0).length ?? t("common.nothing"),
      isFigure: true,
      width: "112px",
      isMinor: true,
    },
    {
      key: "state",
      title: t("policy.entry.state"),
      cell: ({ retired }) =>
        retired ? t("policy.entry.retired") : <StateTag tone="good">{t("policy.entry.in_use")}</StateTag>,
      width: "96px",
    },
  ];
}
