import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table/data-table";
import css from "../customers.module.css";
import { SearchBox } from "../list";
import { type OrganisationLine, organisationsQuery, useAddOrganisation } from "../queries";
import { useTiers } from "../tiers";
import { OrganisationDialog } from "./dialog";

interface ListProps {
  q: string | undefined;
  onWanted: (change: { q: string | undefined }) => void;
}

export function OrganisationList({ q, onWanted }: ListProps) {
  const { t } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const add = useAddOrganisation();
  const [isAdding, setIsAdding] = useState(false);
  const query = useInfiniteQuery(organisationsQuery(q));
  const open = (id: number) => navigate({ to: "/organisations/$id", params: { id: String(id) } });
  return (
    <SettingsPage
      title={t("customers.organisations.title")}
      lead={t("customers.organisations.lead")}
      actions={
        me.permissions.includes("customer.manage") && (
          <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => setIsAdding(true)}>
            {t("customers.organisations.add")}
          </Button>
        )
      }
    >
      <div className={css.filters}>
        <SearchBox
          label={t("customers.organisations.search")}
          value={q ?? ""}
          onChange={(next) => onWanted({ q: next })}
        />
      </div>
      <DataTable
        label={t("customers.organisations.title")}
        columns={useColumns()}
        rows={query.data?.pages.flatMap((page) => page.items)}
        error={query.error}
        onRetry={query.refetch}
        keyOf={(row) => String(row.id)}
        nameOf={(row) => row.name}
        onOpen={(row) => open(row.id)}
        onMore={query.hasNextPage ? () => query.fetchNextPage() : undefined}
        isLoadingMore={query.isFetchingNextPage}
        empty={
          <Empty
            icon={q ? "search" : "team"}
            title={t(q ? "customers.organisations.none" : "customers.organisations.empty.title")}
            text={q ? undefined : t("customers.organisations.empty.text")}
          />
        }
      />
      {isAdding && (
        <OrganisationDialog
          title={t("customers.organisations.add")}
          send={t("customers.organisations.add")}
          initial={{ name: "", tier: "normal", mail_domains: [] }}
          onSend={async (body) => open((await add.mutateAsync(body)).id)}
          onClose={() => setIsAdding(false)}
        />
      )}
    </SettingsPage>
  );
}

function useColumns(): readonly Column<OrganisationLine>[] {
  const { t } = useWords();
  const tiers = useTiers();
  return [
    { key: "name", title: t("customers.name"), cell: (row) => row.name, width: "minmax(0, 1.4fr)" },
    { key: "tier", title: t("customers.tier"), cell: (row) => tiers.name(row.tier), width: "100px" },
    {
      key: "domains",
      title: t("customers.organisations.domains"),
      cell: (row) => row.mail_domains.join(t("common.list_comma")) || t("common.nothing"),
    },
    {
      key: "members",
      title: t("customers.organisations.members"),
      cell: (row) => row.members,
      isFigure: true,
      width: "80px",
    },
  ];
}
