import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { type Macro, macrosQuery } from "@/lib/api/macros";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Column, DataTable, type RowAction } from "@/ui/table/data-table";
import { MacroEditor } from "./editor";
import css from "./macros.module.css";
import { useMacros } from "./queries";

/** The macros that this person may run: their own, and those that others share. */
export default function MacrosPage({ id, onOpen }: SectionProps) {
  const { t, local } = useWords();
  const { data, error, refetch } = useQuery(macrosQuery);
  const columns = useColumns();
  const actionsOf = useActions(onOpen);
  if (id) return <MacroEditor id={id} all={data} error={error} onRetry={refetch} onOpen={onOpen} />;
  return (
    <SettingsPage
      title={t("macros.title")}
      lead={t("macros.lead")}
      actions={
        <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => onOpen("new")}>
          {t("macros.add")}
        </Button>
      }
    >
      <DataTable
        label={t("macros.title")}
        columns={columns}
        rows={data}
        error={error}
        onRetry={refetch}
        keyOf={(row) => row.key}
        nameOf={(row) => local(row.name)}
        onOpen={(row) => onOpen(row.key)}
        actionsOf={actionsOf}
        empty={<Empty icon="play" title={t("macros.empty.title")} text={t("macros.empty.text")} />}
      />
    </SettingsPage>
  );
}

function useColumns(): readonly Column<Macro>[] {
  const { t, local } = useWords();
  const names = useNames();
  const { person_id: me } = useMe();
  const whose = ({ shared, teams }: Macro) => {
    if (shared === "everybody") return t("macros.of_all");
    if (shared === "nobody") return t("macros.own");
    return teams.map((key) => local(names.name("team", key))).join(t("common.list_comma"));
  };
  return [
    { key: "name", title: t("macros.name"), cell: (row) => local(row.name), width: "minmax(0, 1.2fr)" },
    {
      key: "steps",
      title: t("macros.steps"),
      cell: ({ told }) => <span className={css.told}>{told.map(local).join(t("common.list_comma"))}</span>,
      width: "minmax(0, 3fr)",
      isMinor: true,
    },
    { key: "shared", title: t("macros.shared"), cell: whose },
    {
      key: "owner",
      title: t("macros.owner"),
      cell: ({ owner }) => (owner.id === me ? t("macros.me") : owner.name || t("common.nothing")),
      isMinor: true,
    },
  ];
}

function useActions(onOpen: SectionProps["onOpen"]) {
  const { t, local, problem } = useWords();
  const { message, modal } = useVoice();
  const { add, remove } = useMacros();
  const tried = async (deed: () => Promise<unknown>) => {
    try {
      await deed();
    } catch (error) {
      message.error(problem(error).title);
    }
  };
  const copy = ({ name, actions }: Macro) =>
    tried(async () => onOpen((await add({ name, actions, shared: "nobody", teams: [] })).key));
  const ask = async (row: Macro) => {
    const words = { title: t("macros.remove_title", { name: local(row.name) }) };
    const content = t(row.shared === "nobody" ? "macros.remove_own" : "macros.remove_shared");
    const buttons = { okText: t("macros.remove"), cancelText: t("common.cancel"), okButtonProps: { danger: true } };
    if (await modal.confirm({ ...words, content, ...buttons })) await tried(() => remove(row));
  };
  return (row: Macro): RowAction[] => [
    { key: "copy", label: t("macros.copy"), run: () => copy(row) },
    ...(row.can_edit ? [{ key: "remove", label: t("macros.remove"), isDangerous: true, run: () => ask(row) }] : []),
  ];
}
