import { Link } from "@tanstack/react-router";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./portal.module.css";

export function Back() {
  const { t } = useWords();
  return (
    <Link to="/portal" className={css.back}>
      <Icon name="back" size={14} />
      {t("portal.sent.home")}
    </Link>
  );
}
