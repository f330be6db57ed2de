import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { infoQuery } from "@/features/portal/queries";
import { sessionQuery } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Empty } from "@/ui/states";
import { useTitle } from "../../title";

/** Who works here sees tickets in the workbench, and is no customer of this house while they are signed in to it. */
export function ForCustomers({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const { data: me } = useQuery(sessionQuery);
  if (me?.kind !== "staff") return children;
  return (
    <Empty icon="inbox" title={t("portal.staff.title", { name: me.name })} text={t("portal.staff.text")}>
      <Link to="/">{t("portal.staff.workbench")}</Link>
    </Empty>
  );
}

/** The page's name, and whose house it is. */
export function usePortalTitle(page: string | undefined): void {
  const { data: info } = useQuery(infoQuery);
  useTitle(page, info?.workspace);
}
