import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Checkbox, Form, Tag } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { Icon } from "@/ui/marks/icon";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Column, DataTable } from "@/ui/table/data-table";
import css from "../customers.module.css";
import { PickCustomer } from "../picker";
import { type OrganisationRecord, organisationQuery, useSetOrganisation } from "../queries";
import { Part } from "../record/part";
import { useTiers } from "../tiers";
import { OrganisationDialog } from "./dialog";

type Member = OrganisationRecord["members"][number];

/** An organisation, who belongs to it, and who of them speaks for it on the portal. */
export function OrganisationPage({ id, onBack }: { id: number; onBack: () => void }) {
  const { t } = useWords();
  const query = useInfiniteQuery(organisationQuery(id));
  const [isEditing, setIsEditing] = useState(false);
  const one = query.data?.pages[0];
  const members = query.data?.pages.flatMap((page) => page.members) ?? [];
  return (
    <SettingsPage
      title={one?.name ?? t("customers.organisations.title")}
      onBack={onBack}
      actions={
        one?.can_manage && (
          <Button icon={<Icon name="edit" size={14} />} onClick={() => setIsEditing(true)}>
            {t("customers.edit")}
          </Button>
        )
      }
    >
      {!one && query.error && <Failure error={query.error} onRetry={query.refetch} />}
      {!one && !query.error && <SkeletonLines count={6} height={44} />}
      {one && (
        <>
          <Profile one={one} />
          <Members
            one={one}
            members={members}
            onMore={query.hasNextPage ? () => query.fetchNextPage() : undefined}
            isLoadingMore={query.isFetchingNextPage}
          />
          {isEditing && <Edit one={one} onClose={() => setIsEditing(false)} />}
        </>
      )}
    </SettingsPage>
  );
}

function Profile({ one }: { one: OrganisationRecord }) {
  const { t } = useWords();
  const tiers = useTiers();
  return (
    <Part title={t("customers.profile")}>
      <dl className={css.facts}>
        <dt>{t("customers.tier")}</dt>
        <dd>{tiers.name(one.tier)}</dd>
        <dt>{t("customers.organisations.domains")}</dt>
        <dd>{one.mail_domains.join(t("common.list_comma")) || t("common.nothing")}</dd>
      </dl>
    </Part>
  );
}

function Edit({ one, onClose }: { one: OrganisationRecord; onClose: () => void }) {
  const { t } = useWords();
  const set = useSetOrganisation(one);
  const { name, tier, mail_domains } = one;
  return (
    <OrganisationDialog
      title={t("customers.edit_of", { name })}
      send={t("common.form.save")}
      initial={{ name, tier, mail_domains }}
      onSend={(entered) => set.mutateAsync({ ...entered, join: [], leave: [] })}
      onClose={onClose}
    />
  );
}

interface MembersProps {
  one: OrganisationRecord;
  members: Member[];
  onMore: (() => void) | undefined;
  isLoadingMore: boolean;
}

function Members({ one, members, ...more }: MembersProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [isAdding, setIsAdding] = useState(false);
  const actionsOf = useDeeds(one);
  const add = one.can_manage && (
    <Button size="small" type="text" icon={<Icon name="plus" size={14} />} onClick={() => setIsAdding(true)}>
      {t("customers.organisations.join")}
    </Button>
  );
  return (
    <Part title={t("customers.organisations.members")} action={add}>
      <DataTable
        label={t("customers.organisations.members")}
        columns={useColumns()}
        rows={members}
        keyOf={(row) => String(row.id)}
        nameOf={(row) => row.name}
        onOpen={(row) => navigate({ to: "/customers/$id", params: { id: String(row.id) } })}
        actionsOf={one.can_manage ? actionsOf : undefined}
        {...more}
        empty={<Empty icon="user" title={t("customers.organisations.nobody")} />}
      />
      {isAdding && <Join one={one} onClose={() => setIsAdding(false)} />}
    </Part>
  );
}

function useColumns(): readonly Column<Member>[] {
  const { t } = useWords();
  const tiers = useTiers();
  return [
    { key: "name", title: t("customers.name"), cell: (row) => row.name, width: "minmax(0, 1.4fr)" },
    { key: "tier", title: t("customers.tier"), cell: (row) => tiers.name(row.tier) },
    {
      key: "role",
      title: t("customers.organisations.role"),
      cell: (row) =>
        row.is_admin ? <Tag>{t("customers.organisations.admin")}</Tag> : t("customers.organisations.member"),
    },
  ];
}

function useDeeds(one: OrganisationRecord) {
  const { t, problem } = useWords();
  const { message, modal } = useVoice();
  const set = useSetOrganisation(one);
  const onError = (error: unknown) => message.error(problem(error).title);
  const change = async (title: string, content: string, okText: string, body: Parameters<typeof set.mutate>[0]) => {
    if (await modal.confirm({ title, content, okText, cancelText: t("common.cancel") })) set.mutate(body, { onError });
  };
  return ({ id, name, is_admin }: Member) => {
    const deed = is_admin ? "lower" : "raise";
    const words = (key: string) =>
      [
        t(`customers.organisations.${key}_title`, { name, organisation: one.name }),
        t(`customers.organisations.${key}_text`),
        t(`customers.organisations.${key}`),
      ] as const;
    const turned = { join: [{ person_id: id, is_admin: !is_admin }], leave: [] };
    const role = {
      key: "role",
      label: t(`customers.organisations.${deed}`),
      run: () => void change(...words(deed), turned),
    };
    return [
      ...(is_admin || one.can_let_in ? [role] : []),
      {
        key: "leave",
        label: t("customers.organisations.leave"),
        isDangerous: true,
        run: () => void change(...words("leave"), { join: [], leave: [id] }),
      },
    ];
  };
}

function Join({ one, onClose }: { one: OrganisationRecord; onClose: () => void }) {
  const { t } = useWords();
  const set = useSetOrganisation(one);
  return (
    <FormDialog<{ person: number; is_admin?: boolean }>
      title={t("customers.organisations.join")}
      send={t("customers.organisations.join")}
      onSend={({ person, is_admin = false }) => set.mutateAsync({ join: [{ person_id: person, is_admin }], leave: [] })}
      onClose={onClose}
    >
      <PickCustomer name="person" label={t("customers.customer")} />
      {one.can_let_in && (
        <Form.Item name="is_admin" valuePropName="checked" extra={t("customers.organisations.raise_text")}>
          <Checkbox>{t("customers.organisations.admin")}</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
}
