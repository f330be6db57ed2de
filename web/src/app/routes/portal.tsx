import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { PortalForm } from "@/features/portal/form";
import { Home } from "@/features/portal/home";
import { FollowedLink } from "@/features/portal/link";
import { infoQuery, portalTicketQuery } from "@/features/portal/queries";
import { PortalSignIn } from "@/features/portal/sign-in";
import { CustomerTicket } from "@/features/portal/ticket";
import { useSignOut } from "@/features/session/queries";
import { chooseLocale } from "@/lib/i18n";
import { sessionQuery } from "@/lib/session";
import { useStore } from "@/lib/store";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/icon";
import logo from "@/ui/logo.svg";
import { chooseTheme, themeStore } from "../theme";
import { usePortalTitle } from "../title";
import css from "./portal.module.css";

/** The customers' house: one column, large targets, made for the phone first. */
export function PortalRoute() {
  const { t, locale } = useWords();
  const { data: info } = useQuery(infoQuery);
  const { data: me } = useQuery(sessionQuery);
  const theme = useStore(themeStore);
  const signOut = useSignOut();
  const label = t(theme === "dark" ? "shell.light" : "shell.dark");
  return (
    <div className={css.page}>
      <header className={css.header}>
        <Link to="/portal" className={css.brand}>
          <img src={logo} alt="" width={26} height={26} />
          {info?.workspace ?? t("portal.name")}
        </Link>
        <Button
          type="text"
          aria-label={t("shell.language")}
          onClick={() => chooseLocale(locale === "en" ? "zh-CN" : "en")}
          icon={<Icon name="globe" size={18} />}
        />
        <Button
          type="text"
          aria-label={label}
          onClick={() => chooseTheme(theme === "dark" ? "light" : "dark")}
          icon={<Icon name={theme === "dark" ? "sun" : "moon"} size={18} />}
        />
        {me && (
          <Button
            type="text"
            aria-label={t("shell.sign_out")}
            onClick={() => signOut.mutate(undefined, { onSuccess: () => location.assign("/portal") })}
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

export function PortalHomeRoute() {
  const { t } = useWords();
  usePortalTitle(t("portal.home.title"));
  return <Home />;
}

export function PortalFormRoute() {
  const { t } = useWords();
  usePortalTitle(t("portal.form.title"));
  return <PortalForm />;
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
  );
}
