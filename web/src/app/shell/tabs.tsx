import { Link, useLocation } from "@tanstack/react-router";
import { useUnread } from "@/features/notices/queries";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import type { Overlay } from "./overlay";
import css from "./tabs.module.css";

/** At the thumb of a phone: work, unclaimed work, notices, oneself; above them one button for a new ticket. */
export function Tabs({ onShow }: { onShow: (overlay: Overlay) => void }) {
  const { t } = useWords();
  const path = useLocation({ select: (at) => at.pathname });
  const unread = useUnread();
  // A ticket is a full screen: nothing lies over the box one writes in.
  if (path.startsWith("/tickets/")) return null;
  return (
    <>
      {path.startsWith("/queue") && (
        <button type="button" className={css.new} aria-label={t("shell.create.title")} onClick={() => onShow("create")}>
          <Icon name="plus" size={22} />
        </button>
      )}
      <nav className={css.tabs} aria-label={t("shell.tabs.label")}>
        <ViewTab view="mine" icon="inbox" label={t("shell.tabs.work")} />
        <ViewTab view="unassigned" icon="hand" label={t("shell.tabs.unassigned")} />
        <button type="button" className={css.tab} onClick={() => onShow("bell")}>
          <Icon name="bell" size={20} />
          {t("shell.tabs.notices")}
          {unread > 0 && <span className={css.count}>{unread > 99 ? "99+" : unread}</span>}
        </button>
        <button type="button" className={css.tab} onClick={() => onShow("me")}>
          <Icon name="user" size={20} />
          {t("shell.tabs.me")}
        </button>
      </nav>
    </>
  );
}

function ViewTab({ view, icon, label }: { view: string; icon: "inbox" | "hand"; label: string }) {
  return (
    <Link to="/queue/$view" params={{ view }} className={css.tab} activeProps={{ "aria-current": "page" }}>
      <Icon name={icon} size={20} />
      {label}
    </Link>
  );
}
