import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { infoQuery } from "@/features/portal/queries";
import { useSignOut } from "@/features/session/queries";
import { sessionQuery } from "@/lib/session";
import { useWords } from "@/lib/words";
import { BASE } from "@/lib/workspace";
import { Icon } from "@/ui/marks/icon";
import logo from "@/ui/marks/logo.svg";
import { Button } from "@/ui/plain/button";
import { PreferenceButtons } from "../../look/preferences";
import css from "./house.module.css";

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
