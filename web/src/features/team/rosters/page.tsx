import { useQuery } from "@tanstack/react-query";
import { useNames } from "@/lib/directory";
import { useCounting } from "@/lib/words";
import { StateTag } from "@/ui/marks/state-tag";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Column, DataTable } from "@/ui/table/data-table";
import { RosterEditor } from "./editor";
import { type Roster, rostersQuery, useRemoveRoster } from "./queries";

/** The duty rosters: who is on duty now, and the editor of each. */
export default function RostersPage({ id, onOpen }: SectionProps) {
  const { t, local } = useCounting();
  const { data, error, refetch } = useQuery(rostersQuery);
  const columns = useColumns();
  const actionsOf = useActions();
  if (id) return <RosterEditor id={id} rosters={data} error={error} onRetry={refetch} onClose={() => onOpen()} />;
  return (
    <SettingsPage title={t("rosters.title")} lead={t("rosters.lead")}>
      <DataTable
        label={t("rosters.title")}
        columns={columns}
        rows={data}
        error={error}
        onRetry={refetch}
        keyOf={(row) => row.key}
        nameOf={(row) => local(row.name)}
        onOpen={(row) => onOpen(row.key)}
        actionsOf={actionsOf}
        empty={<Empty icon="clock" title={t("rosters.empty.title")} text={t("rosters.empty.text")} />}
      />
    </SettingsPage>
  );
}

/** Removing one asks first; what still names it is told. */
function useActions() {
  const { t, local, problem } = useCounting();
  const { modal, message } = useVoice();
  const remove = useRemoveRoster();
  const ask = async (row: Roster) => {
    const words = { title: t("rosters.delete_ask", { name: local(row.name) }), content: t("rosters.delete_text") };
    const buttons = { okText: t("rosters.delete"), cancelText: t("common.cancel"), okButtonProps: { danger: true } };
    if (!(await modal.confirm({ ...words, ...buttons }))) return;
    try {
      await remove.mutateAsync(row);
      message.success(t("rosters.deleted"));
    } catch (refusal) {
      const { title, remedy } = problem(refusal);
      await modal.confirm({ title, content: remedy, okText: t("rosters.understood"), okCancel: false });
    }
  };
  return (row: Roster) => [{ key: "delete", label: t("rosters.delete"), isDangerous: true, run: () => ask(row) }];
}

function useColumns(): readonly Column<Roster>[] {
  const { t, local } = useCounting();
  const names = useNames();
  const now = ({ on_duty }: Roster) => {
    if (on_duty.length === 0) return <StateTag tone="warn">{t("rosters.nobody_now")}</StateTag>;
    return on_duty.map((one) => names.member(one)?.name ?? one).join(t("common.list_comma"));
  };
  return [
    { key: "name", title: t("rosters.name"), cell: (row) => local(row.name) },
    { key: "now", title: t("rosters.now"), cell: now, width: "minmax(0, 1.6fr)" },
    {
      key: "shifts",
      title: t("rosters.shifts"),
      cell: (row) => (row.shifts.length === 0 ? t("rosters.always") : t("rosters.count", { n: row.shifts.length })),
    },
    { key: "members", title: t("rosters.members"), cell: (row) => row.members.length, isFigure: true, isMinor: true },
  ];
}
