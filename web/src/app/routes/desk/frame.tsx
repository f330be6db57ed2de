import { Outlet } from "@tanstack/react-router";
import { ViewLinks } from "@/features/queue/views/view-links";
import { useWords } from "@/lib/words";
import { AreaFrame } from "@/ui/frame/area-frame";

/** Lists of tickets, and a ticket: the views stay at hand, and the one that one came from stays lit. */
export function DeskRoute() {
  const { t } = useWords();
  return (
    <AreaFrame title={t("shell.areas.desk")} pane={<ViewLinks />}>
      <Outlet />
    </AreaFrame>
  );
}
