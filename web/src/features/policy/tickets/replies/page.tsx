import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { type CannedReply, cannedQuery } from "@/lib/api/canned";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Column, DataTable, type RowAction } from "@/ui/table/data-table";
import { ReplyEditor } from "./editor";
import { useReplies } from "./queries";
import css from "./replies.module.css";

/** The canned replies that this person has: their own, those of others, and those that every workspace begins with. */
export default function RepliesPage({ id, onOpen }: SectionProps) {
  const { t, local } = useWords();
  const { data, error, refetch } = useQuery(cannedQuery);
  const columns = useColumns();
  const actionsOf = useActions(onOpen);
  if (id) return <ReplyEditor id={id} all={data} error={error} onRetry={refetch} onOpen={onOpen} />;
  return (
    <SettingsPage
      title={t("replies.title")}
      lead={t("replies.lead")}
      actions={
        <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => onOpen("new")}>
          {t("replies.add")}
        </Button>
      }
    >
      <DataTable
        label={t("replies.title")}
        columns={columns}
        rows={data?.replies}
        error={error}
        onRetry={refetch}
        keyOf={(row) => row.key}
        nameOf={(row) => local(row.name)}
        onOpen={(row) => onOpen(row.key)}
        actionsOf={actionsOf}
        empty={<Empty icon="message" title={t("replies.empty.title")} text={t("replies.empty.text")} />}
      />
    </SettingsPage>
  );
}

function useColumns(): readonly Column<CannedReply>[] {
  const { t, local } = useWords();
  const names = useNames();
  const { person_id: me } = useMe();
  const whose = ({ owner, shared, teams }: CannedReply) => {
    if (!owner) return t("replies.shipped");
    if (shared === "everybody") return t("replies.of_all");
    if (shared === "nobody") return t("replies.own");
    return teams.map((key) => local(names.name("team", key))).join(t("common.list_comma"));
  };
  return [
    { key: "name", title: t("replies.name"), cell: (row) => local(row.name), width: "minmax(0, 1.2fr)" },
    {
      key: "keyword",
      title: t("replies.keyword"),
      cell: ({ keyword }) => (keyword ? `/${keyword}` : t("common.nothing")),
      width: "100px",
    },
    {
      key: "text",
      title: t("replies.text"),
      cell: (row) => <span className={css.text}>{local(row.text)}</span>,
      width: "minmax(0, 3fr)",
      isMinor: true,
    },
    { key: "shared", title: t("replies.shared"), cell: whose },
    {
      key: "owner",
      title: t("replies.owner"),
      cell: ({ owner }) => (owner?.id === me ? t("replies.me") : owner?.name || t("common.nothing")),
      isMinor: true,
    },
  ];
}

function useActions(onOpen: SectionProps["onOpen"]) {
  const { t, local, problem } = useWords();
  const { message, modal } = useVoice();
  const { add, remove } = useReplies();
  const tried = async (deed: () => Promise<unknown>) => {
    try {
      await deed();
    } catch (error) {
      message.error(problem(error).title);
    }
  };
  const copy = ({ name, text, keyword }: CannedReply) =>
    tried(async () => onOpen((await add({ name, text, keyword, shared: "nobody", teams: [] })).key));
  const ask = async (row: CannedReply) => {
    const words = { title: t("replies.remove_title", { name: local(row.name) }) };
    const content = t(row.shared === "nobody" ? "replies.remove_own" : "replies.remove_shared");
    const buttons = { okText: t("replies.remove"), cancelText: t("common.cancel"), okButtonProps: { danger: true } };
    if (await modal.confirm({ ...words, content, ...buttons })) await tried(() => remove(row));
  };
  return (row: CannedReply): RowAction[] => [
    { key: "copy", label: t("replies.copy"), run: () => copy(row) },
    ...(row.can_edit ? [{ key: "remove", label: t("replies.remove"), isDangerous: true, run: () => ask(row) }] : []),
  ];
}
