import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { StateTag } from "@/ui/marks/state-tag";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Column, DataTable, type RowAction } from "@/ui/table/data-table";
import { type Role, rolesQuery } from "../queries";
import { CopyRole } from "./copy";
import { useRemoveRole } from "./queries";
import { RoleRecord } from "./record";

/** Roles: those that come with the product, and one's own copies of them. */
export default function RolesPage({ id, onOpen }: SectionProps) {
  const { t, local } = useWords();
  const { data, error, refetch } = useQuery(rolesQuery);
  const [copied, setCopied] = useState<Role>();
  const columns = useColumns();
  const remove = useRemove();
  const open = data?.find(({ key }) => key === id);
  const actionsOf = (row: Role): readonly RowAction[] => [
    ...(row.is_of_customers ? [] : [{ key: "copy", label: t("roles.copy"), run: () => setCopied(row) }]),
    ...(row.is_shipped ? [] : [{ key: "remove", label: t("roles.remove"), isDangerous: true, run: () => remove(row) }]),
  ];
  const copying = copied && (
    <CopyRole role={copied} onClose={() => setCopied(undefined)} onMade={({ key }) => onOpen(key)} />
  );
  if (open) {
    return (
      <>
        <RoleRecord key={open.key} role={open} onCopy={() => setCopied(open)} onClose={() => onOpen()} />
        {copying}
      </>
    );
  }
  return (
    <SettingsPage title={t("roles.title")} lead={t("roles.lead")}>
      <DataTable
        label={t("roles.title")}
        columns={columns}
        rows={data}
        error={error}
        onRetry={refetch}
        keyOf={(row) => row.key}
        nameOf={(row) => local(row.name)}
        onOpen={(row) => onOpen(row.key)}
        actionsOf={actionsOf}
        empty={<Empty icon="lock" title={t("roles.empty.title")} text={t("roles.empty.text")} />}
      />
      {copying}
    </SettingsPage>
  );
}

function useColumns(): readonly Column<Role>[] {
  const { t, local } = useWords();
  return [
    { key: "name", title: t("roles.name"), cell: (row) => local(row.name), width: "minmax(0, 1.4fr)" },
    {
      key: "origin",
      title: t("roles.origin"),
      cell: ({ is_shipped }) => (
        <StateTag tone={is_shipped ? "none" : "good"}>{t(is_shipped ? "roles.shipped" : "roles.own")}</StateTag>
      ),
    },
    {
      key: "scopes",
      title: t("roles.reach"),
      cell: ({ grants }) =>
        [...new Set(grants.map(({ scope }) => String(scope)))]
          .map((scope) => t(`roles.scope.${scope}`))
          .join(t("common.list_comma")) || t("common.nothing"),
      width: "minmax(0, 1.6fr)",
      isMinor: true,
    },
    {
      key: "bearers",
      title: t("roles.bearers"),
      cell: (row) => (row.is_of_customers ? t("roles.of_customers") : row.bearers),
      isFigure: true,
      width: "96px",
    },
  ];
}

function useRemove() {
  const { t, local, problem } = useWords();
  const { message, modal } = useVoice();
  const remove = useRemoveRole();
  return async ({ key, name, version }: Role) => {
    const words = { title: t("roles.remove_title", { name: local(name) }), content: t("roles.remove_text") };
    const buttons = { okText: t("roles.remove"), cancelText: t("common.cancel"), okButtonProps: { danger: true } };
    if (!(await modal.confirm({ ...words, ...buttons }))) return;
    remove.mutate(
      { key, version },
      {
        onSuccess: () => message.success(t("roles.removed")),
        onError: (error) => message.error([problem(error).title, problem(error).remedy].join(" ")),
      },
    );
  };
}
