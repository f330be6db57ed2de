import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Tag } from "antd";
import { useState } from "react";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Failure, SkeletonLines, Stale } from "@/ui/states";
import css from "../customers.module.css";
import { type CustomerRecord, customerQuery } from "../queries";
import { useTiers } from "../tiers";
import { EditCustomer } from "./edit";
import { Handles } from "./handles";
import { Conversations, Tickets } from "./history";
import { Merges } from "./merges";
import { Part } from "./part";

/** Whom one serves: who they are, how they are reached, what they asked for, and who else they may be. */
export function CustomerPage({ id, onBack }: { id: number; onBack: () => void }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(customerQuery(id));
  const [isEditing, setIsEditing] = useState(false);
  const mayChange = Boolean(data?.can_manage) && data?.merged_into === null;
  return (
    <SettingsPage
      title={data?.name ?? t("customers.title")}
      onBack={onBack}
      actions={
        mayChange && (
          <Button icon={<Icon name="edit" size={14} />} onClick={() => setIsEditing(true)}>
            {t("customers.edit")}
          </Button>
        )
      }
    >
      {!data && error && <Failure error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonLines count={8} height={44} />}
      {data && (
        <>
          <Stale error={error} onRetry={refetch} />
          <WentInto customer={data} />
          <div className={css.columns}>
            <div>
              <Tickets id={id} />
              <Conversations id={id} />
            </div>
            <div>
              <Profile customer={data} />
              <Handles key={data.version} customer={data} mayChange={mayChange} />
              <Belongings customer={data} />
              <Merges customer={data} />
            </div>
          </div>
          {isEditing && <EditCustomer customer={data} onClose={() => setIsEditing(false)} />}
        </>
      )}
    </SettingsPage>
  );
}

function WentInto({ customer: { merged_into: into } }: { customer: CustomerRecord }) {
  const { t } = useWords();
  if (into === null) return null;
  return (
    <Alert
      className={css.notice}
      type="info"
      showIcon
      title={t("customers.merge.went")}
      action={
        <Link to="/customers/$id" params={{ id: String(into) }}>
          {t("customers.merge.open")}
        </Link>
      }
    />
  );
}

function Profile({ customer }: { customer: CustomerRecord }) {
  const { t } = useWords();
  const names = useNames();
  const tiers = useTiers();
  const { dedicated_agent_id: agent, tags, notes } = customer;
  return (
    <Part title={t("customers.profile")}>
      <dl className={css.facts}>
        <dt>{t("customers.tier")}</dt>
        <dd>{tiers.name(customer.tier)}</dd>
        <dt>{t("customers.agent")}</dt>
        <dd>{(agent && names.member(agent)?.name) || t("common.nothing")}</dd>
        <dt>{t("customers.locale")}</dt>
        <dd>
          {t(`customers.locales.${customer.locale}`, { defaultValue: customer.locale })}
          {customer.guessed.includes("locale") && <span className={css.quiet}> {t("customers.guessed")}</span>}
        </dd>
        <dt>{t("customers.tags")}</dt>
        <dd>{tags.length > 0 ? tags.map((tag) => <Tag key={tag}>{tag}</Tag>) : t("common.nothing")}</dd>
        {notes && (
          <>
            <dt>{t("customers.notes")}</dt>
            <dd className={css.notes}>{notes}</dd>
          </>
        )}
      </dl>
    </Part>
  );
}

function Belongings({ customer: { organisations } }: { customer: CustomerRecord }) {
  const { t } = useWords();
  if (organisations.length === 0) return null;
  return (
    <Part title={t("customers.organisations.title")}>
      <ul className={css.lines}>
        {organisations.map(({ id, name, is_admin }) => (
          <li key={id}>
            <Link to="/organisations/$id" params={{ id: String(id) }}>
              {name}
            </Link>
            {is_admin && <Tag>{t("customers.organisations.admin")}</Tag>}
          </li>
        ))}
      </ul>
    </Part>
  );
}
