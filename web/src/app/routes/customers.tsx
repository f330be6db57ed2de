import { Link, Outlet, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { CustomerList } from "@/features/customers/list";
import { OrganisationList } from "@/features/customers/organisations/list";
import { OrganisationPage } from "@/features/customers/organisations/record";
import { CustomerPage } from "@/features/customers/record/record";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { AreaFrame } from "@/ui/frame/area-frame";
import { Empty } from "@/ui/states";
import { useTitle } from "../title";
import css from "./admin.module.css";

export function CustomersAreaRoute() {
  const { t } = useWords();
  const me = useMe();
  useTitle(t("customers.title"), me.workspace_name);
  if (!me.permissions.includes("customer.read"))
    return <Empty icon="lock" title={t("common.forbidden.title")} text={t("common.forbidden.text")} />;
  return (
    <AreaFrame title={t("customers.title")} pane={<Links />}>
      <Outlet />
    </AreaFrame>
  );
}

function Links() {
  const { t } = useWords();
  const current = { "aria-current": "page" } as const;
  return (
    <nav aria-label={t("customers.title")} className={css.sections}>
      <ul>
        <li>
          <Link to="/customers" className={css.section} activeProps={current}>
            {t("customers.title")}
          </Link>
        </li>
        <li>
          <Link to="/organisations" className={css.section} activeProps={current}>
            {t("customers.organisations.title")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

export function CustomersRoute() {
  const search = useSearch({ from: "/workbench/customers-area/customers" });
  const navigate = useNavigate();
  return (
    <CustomerList
      wanted={search}
      onWanted={(change) => navigate({ to: ".", search: (before) => ({ ...before, ...change }), replace: true })}
    />
  );
}

export function CustomerRoute() {
  const { id } = useParams({ from: "/workbench/customers-area/customers/$id" });
  const back = useBack("/customers");
  return <CustomerPage key={id} id={Number(id)} onBack={back} />;
}

export function OrganisationsRoute() {
  const { q } = useSearch({ from: "/workbench/customers-area/organisations" });
  const navigate = useNavigate();
  return (
    <OrganisationList
      q={q}
      onWanted={(change) => navigate({ to: ".", search: (before) => ({ ...before, ...change }), replace: true })}
    />
  );
}

export function OrganisationRoute() {
  const { id } = useParams({ from: "/workbench/customers-area/organisations/$id" });
  const back = useBack("/organisations");
  return <OrganisationPage key={id} id={Number(id)} onBack={back} />;
}

/** To the list as it was left; whoever came by a link from elsewhere finds the whole list. */
function useBack(list: "/customers" | "/organisations"): () => void {
  const navigate = useNavigate();
  return () => void navigate({ to: list });
}
