import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/lib/words";
import { Icon, type IconName } from "@/ui/icon";
import { viewsQuery } from "./queries";
import css from "./view-links.module.css";

const ICONS: Record<string, IconName> = {
  mine: "user",
  unassigned: "inbox",
  team: "team",
  at_risk: "flame",
  waiting: "clock",
  all_open: "rows",
  resolved: "check",
  requested: "reply",
  watching: "eye",
};

/** The views of the left rail with their live counters; a count that means risk is the only coloured one. */
export function ViewLinks({ onChosen }: { onChosen?: () => void }) {
  const { t, local } = useWords();
  const { data: views } = useQuery(viewsQuery);
  return (
    <nav aria-label={t("shell.views")}>
      <ul className={css.views}>
        {(views ?? []).map((view) => (
          <li key={view.key}>
            <Link
              to="/queue/$view"
              params={{ view: view.key }}
              className={css.view}
              activeProps={{ className: `${css.view} ${css.active}` }}
              onClick={onChosen}
            >
              <Icon name={ICONS[view.key] ?? "list"} />
              <span className={css.name}>{local(view.name)}</span>
              <span className={css.count} data-risk={(view.key === "at_risk" && (view.count ?? 0) > 0) || undefined}>
                {(view.count ?? 0) > 999 ? "999+" : view.count || ""}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
