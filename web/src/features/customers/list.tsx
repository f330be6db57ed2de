import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Input, Select, Tag } from "antd";
import { useEffect, useState } from "react";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table/data-table";
import { AddCustomer } from "./add";
import css from "./customers.module.css";
import { type CustomerLine, customersQuery, type Wanted } from "./queries";
import { useTiers } from "./tiers";

interface ListProps {
  wanted: Wanted;
  onWanted: (change: Wanted) => void;
}

/** All customers whom the reader may see, found by a part of the name, or the beginning of an address or a number. */
export function CustomerList({ wanted, onWanted }: ListProps) {
  const { t } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const tiers = useTiers();
  const [isAdding, setIsAdding] = useState(false);
  const query = useInfiniteQuery(customersQuery(wanted));
  const rows = query.data?.pages.flatMap((page) => page.items);
  const open = (id: number) => navigate({ to: "/customers/$id", params: { id: String(id) } });
  const isNarrowed = Boolean(wanted.q || wanted.tier);
  return (
    <SettingsPage
      title={t("customers.title")}
      lead={t("customers.lead")}
      actions={
        me.permissions.includes("customer.manage") && (
          <>
            <Button
              icon={<Icon name="down" size={14} />}
              onClick={() => navigate({ to: "/customers/import/$id", params: { id: "new" } })}
            >
              {t("customers.import")}
            </Button>
            <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => setIsAdding(true)}>
              {t("customers.add")}
            </Button>
          </>
        )
      }
    >
      <div className={css.filters}>
        <SearchBox label={t("customers.search")} value={wanted.q ?? ""} onChange={(q) => onWanted({ q })} />
        <Select
          allowClear
          aria-label={t("customers.tier")}
          placeholder={t("customers.any_tier")}
          value={wanted.tier}
          options={tiers.options}
          onChange={(tier: string | undefined) => onWanted({ tier })}
          className={css.tier}
        />
      </div>
      <DataTable
        label={t("customers.title")}
        columns={useColumns()}
        rows={rows}
        error={query.error}
        onRetry={query.refetch}
        keyOf={(row) => String(row.id)}
        nameOf={(row) => row.name}
        onOpen={(row) => open(row.id)}
        onMore={query.hasNextPage ? () => query.fetchNextPage() : undefined}
        isLoadingMore={query.isFetchingNextPage}
        empty={
          <Empty
            icon={isNarrowed ? "search" : "user"}
            title={t(isNarrowed ? "customers.none.title" : "customers.empty.title")}
            text={t(isNarrowed ? "customers.none.text" : "customers.empty.text")}
          />
        }
      />
      {isAdding && <AddCustomer onClose={() => setIsAdding(false)} onAdded={open} />}
    </SettingsPage>
  );
}

function useColumns(): readonly Column<CustomerLine>[] {
  const { t } = useWords();
  const names = useNames();
  const tiers = useTiers();
  const nothing = t("common.nothing");
  const agent = ({ dedicated_agent_id: id }: CustomerLine) => (id ? names.member(id)?.name : undefined) ?? nothing;
  return [
    { key: "name", title: t("customers.name"), cell: (row) => row.name, width: "minmax(0, 1.2fr)" },
    { key: "tier", title: t("customers.tier"), cell: (row) => tiers.name(row.tier), width: "80px" },
    {
      key: "reach",
      title: t("customers.reach"),
      cell: (row) => [row.mail, row.phone].filter(Boolean).join(t("common.list_comma")) || nothing,
      width: "minmax(0, 1.6fr)",
    },
    {
      key: "organisations",
      title: t("customers.organisation"),
      cell: (row) => row.organisations.join(t("common.list_comma")) || nothing,
    },
    { key: "agent", title: t("customers.agent"), cell: agent, isMinor: true },
    {
      key: "tags",
      title: t("customers.tags"),
      cell: (row) => row.tags.map((tag) => <Tag key={tag}>{tag}</Tag>),
      isMinor: true,
    },
  ];
}

const PAUSE_MS = 250;

/** What is typed is asked for once the person pauses; Chinese that is still being composed waits. */
export function SearchBox(props: { label: string; value: string; onChange: (q: string | undefined) => void }) {
  const { label, value, onChange } = props;
  const [text, setText] = useState(value);
  const [isComposing, setIsComposing] = useState(false);
  useEffect(() => {
    if (isComposing || text === value) return;
    const timer = setTimeout(() => onChange(text || undefined), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, isComposing, onChange]);
  return (
    <Input
      allowClear
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={100}
      prefix={<Icon name="search" size={14} />}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setIsComposing(true)}
      onCompositionEnd={() => setIsComposing(false)}
      className={css.search}
    />
  );
}
