import { Home } from "@/features/portal/home";
import { useWords } from "@/lib/words";
import { ForCustomers, usePortalTitle } from "./for-customers";

export function PortalHomeRoute() {
  const { t } = useWords();
  usePortalTitle(t("portal.home.title"));
  return (
    <ForCustomers>
      <Home />
    </ForCustomers>
  );
}
