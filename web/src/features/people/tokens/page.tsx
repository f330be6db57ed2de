import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useNames } from "@/lib/directory";
import { useCounting } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { Icon } from "@/ui/marks/icon";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Column, DataTable } from "@/ui/table/data-table";
import { MadeToken, MakeToken } from "./make";
import { scopeText, type Token, tokensQuery, useRevokeToken } from "./queries";

/** API tokens of the workspace: who has which, and how to take one back. */
export default function TokensPage({ id, onOpen }: SectionProps) {
  const { t } = useCounting();
  const { data, error, refetch } = useQuery(tokensQuery);
  const [made, setMade] = useState<string>();
  const columns = useColumns();
  const revoke = useRevoke();
  const make = (
    <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => onOpen("new")}>
      {t("tokens.make")}
    </Button>
  );
  return (
    <SettingsPage title={t("tokens.title")} lead={t("tokens.lead")} actions={make}>
      <DataTable
        label={t("tokens.title")}
        columns={columns}
        rows={data}
        error={error}
        onRetry={refetch}
        keyOf={(row) => String(row.id)}
        nameOf={(row) => row.name}
        actionsOf={(row) => [{ key: "revoke", label: t("tokens.revoke"), isDangerous: true, run: () => revoke(row) }]}
        empty={<Empty icon="key" title={t("tokens.empty.title")} text={t("tokens.empty.text")} />}
      />
      {id === "new" && <MakeToken onMade={setMade} onClose={() => onOpen()} />}
      {made && <MadeToken token={made} onClose={() => setMade(undefined)} />}
    </SettingsPage>
  );
}

function useColumns(): readonly Column<Token>[] {
  const { t, exact, now } = useCounting();
  const names = useNames();
  const expiry = ({ expires_at: at }: Token) => {
    if (at === null) return t("tokens.forever");
    return new Date(at) < now ? t("tokens.expired") : exact(at);
  };
  return [
    { key: "name", title: t("tokens.name"), cell: (row) => row.name, width: "minmax(0, 1.4fr)" },
    {
      key: "scopes",
      title: t("tokens.scopes"),
      cell: (row) => row.scopes.map((scope) => t(scopeText(scope))).join(t("common.list_comma")),
    },
    { key: "owner", title: t("tokens.owner"), cell: (row) => names.member(row.person_id)?.name ?? t("common.nothing") },
    { key: "made", title: t("tokens.made"), cell: (row) => <Ago at={row.created_at} />, isMinor: true },
    { key: "used", title: t("tokens.used"), cell: (row) => row.last_used_on ?? t("tokens.never") },
    { key: "expires", title: t("tokens.expires"), cell: expiry },
  ];
}

function useRevoke() {
  const { t, problem } = useCounting();
  const { message, modal } = useVoice();
  const revoke = useRevokeToken();
  return async ({ id, name }: Token) => {
    const words = { title: t("tokens.revoke_title", { name }), content: t("tokens.revoke_text") };
    const buttons = { okText: t("tokens.revoke"), cancelText: t("common.cancel"), okButtonProps: { danger: true } };
    if (!(await modal.confirm({ ...words, ...buttons }))) return;
    revoke.mutate(id, {
      onSuccess: () => message.success(t("tokens.revoked")),
      onError: (error) => message.error(problem(error).title),
    });
  };
}
