import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";
import { PortalForm } from "@/features/portal/form";
import { Home } from "@/features/portal/home";
import { FollowedLink } from "@/features/portal/link";
import { infoQuery, portalTicketQuery } from "@/features/portal/queries";
import { PortalSignIn } from "@/features/portal/sign-in";
import { CustomerTicket } from "@/features/portal/ticket";
import { useSignOut } from "@/features/session/queries";
import { sessionQuery } from "@/lib/session";
import { useWords } from "@/lib/words";
import { BASE } from "@/lib/workspace";
import { Icon } from "@/ui/icon";
import logo from "@/ui/logo.svg";
import { Empty } from "@/ui/states";
import { PreferenceButtons } from "../preferences";
import { usePortalTitle } from "../title";
import css from "./portal.module.css";

/** The customers' house: one column, large targets, made for the phone first. */
export function PortalRoute() {
  const { t } = useWords();
  const { data: info } = useQuery(infoQuery);
  const { data: me } = useQuery(sessionQuery);
  const signOut = useSignOut();
  return (
    <div className={css.page}>
      <header className={css.header}>
        <Link to="/portal" className={css.brand}>
          <img src={logo} alt="" width={26} height={26} />
          {info?.workspace ?? t("portal.name")}
        </Link>
        <PreferenceButtons size={18} />
        {me && (
          <Button
            type="text"
            aria-label={t("shell.sign_out")}
            onClick={() => signOut.mutate(undefined, { onSuccess: () => location.assign(`${BASE}/portal`) })}
            icon={<Icon name="out" size={18} />}
          />
        )}
      </header>
      <main className={css.main}>
        <Outlet />
      </main>
    </div>
  );
}

/** Who works here sees tickets in the workbench, and is no customer of this house while they are signed in to it. */
function ForCustomers({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const { data: me } = useQuery(sessionQuery);
  if (me?.kind !== "staff") return children;
  return (
    <Empty icon="inbox" title={t("portal.staff.title", { name: me.name })} text={t("portal.staff.text")}>
      <Link to="/">{t("portal.staff.workbench")}</Link>
    </Empty>
  );
}

export function PortalHomeRoute() {
  const { t } = useWords();
  usePortalTitle(t("portal.home.title"));
  return (
    <ForCustomers>
      <Home />
    </ForCustomers>
  );
}

export function PortalFormRoute() {
  const { t } = useWords();
  usePortalTitle(t("portal.form.title"));
  return (
    <ForCustomers>
      <PortalForm />
    </ForCustomers>
  );
}

export function PortalSignInRoute() {
  const { t } = useWords();
  usePortalTitle(t("portal.sign_in.title"));
  return <PortalSignIn />;
}

export function PortalLinkRoute() {
  const { token } = useParams({ from: "/portal/t/$token" });
  const search = useSearch({ from: "/portal/t/$token" });
  const navigate = useNavigate();
  return (
    <FollowedLink
      token={token}
      number={search.number}
      onPlace={({ house, number }) => {
        if (house === "workbench") {
          return number
            ? navigate({ to: "/tickets/$number", params: { number }, replace: true })
            : navigate({ to: "/", replace: true });
        }
        if (!number) return navigate({ to: "/portal", replace: true });
        const wanted = { do: search.do, score: search.score };
        return navigate({ to: "/portal/tickets/$number", params: { number }, search: wanted, replace: true });
      }}
    />
  );
}

export function PortalTicketRoute() {
  const { number } = useParams({ from: "/portal/tickets/$number" });
  const search = useSearch({ from: "/portal/tickets/$number" });
  const { data: ticket } = useQuery({ ...portalTicketQuery(number), enabled: false });
  usePortalTitle([number, ticket?.title].filter(Boolean).join(" "));
  const navigate = useNavigate();
  return (
    <ForCustomers>
      <CustomerTicket
        key={number}
        number={number}
        wanted={search.do}
        score={search.score}
        follows={search.follows}
        onFollowUp={(next) =>
          navigate({ to: "/portal/tickets/$number", params: { number: next }, search: { follows: number } })
        }
      />
    </ForCustomers>
  );
}
