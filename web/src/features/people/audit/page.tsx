import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Column, DataTable } from "@/ui/table/data-table";
import { askedOf, KINDS, kindText, type Wanted } from "./asked";
import css from "./audit.module.css";
import { auditQuery, type Entry, saveFile } from "./queries";

/** Who changed what of people, rights, policy and workspace. Nothing here can be changed. */
export default function AuditPage({ search, onSearch }: SectionProps) {
  const { t, zone, problem } = useWords();
  const { message } = useVoice();
  const asked = askedOf(search, zone);
  const query = useInfiniteQuery(auditQuery(asked));
  const save = () => saveFile(asked).catch((error: unknown) => void message.error(problem(error).title));
  const isNarrowed = Object.keys(search).length > 0;
  return (
    <SettingsPage
      title={t("audit.title")}
      lead={t("audit.lead")}
      actions={<Button onClick={save}>{t("audit.export")}</Button>}
    >
      <Filters wanted={search} onWanted={onSearch} />
      <DataTable
        label={t("audit.title")}
        columns={useColumns()}
        rows={query.data?.pages.flatMap((page) => page.entries)}
        error={query.error}
        onRetry={query.refetch}
        keyOf={(row) => String(row.id)}
        nameOf={(row) => row.text}
        onMore={query.hasNextPage ? () => query.fetchNextPage() : undefined}
        isLoadingMore={query.isFetchingNextPage}
        empty={
          <Empty
            icon={isNarrowed ? "search" : "history"}
            title={t(isNarrowed ? "audit.none.title" : "audit.empty.title")}
            text={t(isNarrowed ? "audit.none.text" : "audit.empty.text")}
          />
        }
      />
    </SettingsPage>
  );
}

function useColumns(): readonly Column<Entry>[] {
  const { t } = useWords();
  const who = ({ actor, actor_name }: Entry) => actor_name ?? t(`audit.actor.${actor}`);
  const way = ({ via, token_id }: Entry) =>
    token_id ? t("audit.by_token") : t(`audit.way.${via}`, { defaultValue: via });
  return [
    {
      key: "text",
      title: t("audit.what"),
      cell: (row) => <span className={css.text}>{row.text}</span>,
      width: "minmax(0, 3fr)",
    },
    { key: "who", title: t("audit.who"), cell: who },
    { key: "way", title: t("audit.by"), cell: way, isMinor: true, width: "100px" },
    { key: "at", title: t("audit.at"), cell: (row) => <Ago at={row.at} />, width: "120px" },
  ];
}

interface FiltersProps {
  wanted: Wanted;
  onWanted: (change: Record<string, string | undefined>) => void;
}

function Filters({ wanted, onWanted }: FiltersProps) {
  const { t } = useWords();
  const names = useNames();
  const people = names.directory.members.map(({ id, name }) => ({ value: String(id), label: name }));
  const choices = {
    actor: people,
    person: people,
    kind: KINDS.map((value) => ({ value: value as string, label: t(kindText(value)) })),
  };
  return (
    <div className={css.filters}>
      {(["actor", "person", "kind"] as const).map((part) => (
        <Select
          key={part}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t(`audit.filter.${part}`)}
          placeholder={t(`audit.filter.${part}`)}
          value={wanted[part]}
          options={choices[part]}
          onChange={(value: string | undefined) => onWanted({ [part]: value })}
          className={css.filter}
        />
      ))}
      {(["since", "until"] as const).map((part) => (
        <Input
          key={part}
          type="date"
          prefix={<span className={css.prefix}>{t(`audit.filter.${part}`)}</span>}
          aria-label={t(`audit.filter.${part}`)}
          value={wanted[part] ?? ""}
          onChange={(event) => onWanted({ [part]: event.target.value || undefined })}
          className={css.day}
        />
      ))}
    </div>
  );
}
