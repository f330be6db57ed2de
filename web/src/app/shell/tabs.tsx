import { Link } from "@tanstack/react-router";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/icon";
import type { Overlay } from "./overlay";
import css from "./tabs.module.css";

/** At the thumb of a phone: own work, unclaimed work, a new ticket, all views. */
export function Tabs({ onShow }: { onShow: (overlay: Overlay) => void }) {
  const { t } = useWords();
  return (
    <nav className={css.tabs} aria-label={t("shell.tabs.label")}>
      <Link to="/queue/$view" params={{ view: "mine" }} className={css.tab} activeProps={{ "aria-current": "page" }}>
        <Icon name="user" size={20} />
        {t("shell.tabs.mine")}
      </Link>
      <Link
        to="/queue/$view"
        params={{ view: "unassigned" }}
        className={css.tab}
        activeProps={{ "aria-current": "page" }}
      >
        <Icon name="inbox" size={20} />
        {t("shell.tabs.unassigned")}
      </Link>
      <button type="button" className={css.tab} onClick={() => onShow("create")}>
        <Icon name="plus" size={20} />
        {t("shell.tabs.create")}
      </button>
      <button type="button" className={css.tab} onClick={() => onShow("rail")}>
        <Icon name="menu" size={20} />
        {t("shell.tabs.more")}
      </button>
    </nav>
  );
}
