import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useMe } from "@/lib/session";
import { usePlace } from "@/lib/trail";
import { useWords } from "@/lib/words";
import { Icon, type IconName } from "@/ui/marks/icon";
import { viewsQuery } from "../queries";
import type { ViewInfo } from "../slice";
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
  approving: "star",
  watching: "eye",
  snoozed: "moon",
  spam: "alert",
  trash: "trash",
  archive: "archive",
};

/** The views of the left rail with their live counters: the shipped ones, one's own, and those that others share. */
export function ViewLinks({ onChosen }: { onChosen?: () => void }) {
  const { t } = useWords();
  const me = useMe();
  const { number = "" } = useParams({ strict: false });
  const from = usePlace(number)?.view;
  const { data } = useQuery(viewsQuery);
  const views = (data ?? []).filter((view) => !view.is_hidden);
  const groups = [
    { name: undefined, of: views.filter(({ owner, shelf }) => owner === null && !shelf) },
    { name: t("queue.view.own"), of: views.filter(({ owner }) => owner?.id === me.person_id) },
    { name: t("queue.view.of_others"), of: views.filter(({ owner }) => owner !== null && owner.id !== me.person_id) },
    { name: t("queue.view.put_away"), of: views.filter(({ shelf }) => shelf) },
  ];
  return (
    <nav aria-label={t("shell.views")}>
      {groups.map(
        ({ name, of }) =>
          of.length > 0 && (
            <section key={name ?? "shipped"} aria-label={name}>
              {name && <h2 className={css.group}>{name}</h2>}
              <ul className={css.views}>
                {of.map((view) => (
                  <ViewLink key={view.key} view={view} isFrom={view.key === from} onChosen={onChosen} />
                ))}
              </ul>
            </section>
          ),
      )}
    </nav>
  );
}

/** A count that means risk is the only coloured one. */
interface ViewLinkProps {
  view: ViewInfo;
  /** From it one came to the ticket that is open. */
  isFrom: boolean;
  onChosen?: () => void;
}

function ViewLink({ view, isFrom, onChosen }: ViewLinkProps) {
  const { t, local } = useWords();
  const count = view.count ?? 0;
  return (
    <li>
      <Link
        to="/queue/$view"
        params={{ view: view.key }}
        className={isFrom ? `${css.view} ${css.active}` : css.view}
        aria-current={isFrom ? "location" : undefined}
        activeProps={{ className: `${css.view} ${css.active}` }}
        title={view.owner ? t("queue.view.owner", { name: view.owner.name }) : undefined}
        onClick={onChosen}
      >
        <Icon name={view.is_broken ? "alert" : (ICONS[view.key] ?? "list")} />
        <span className={css.name}>{local(view.name)}</span>
        <span className={css.count} data-risk={(view.key === "at_risk" && count > 0) || undefined}>
          {count > 999 ? "999+" : count || ""}
        </span>
      </Link>
    </li>
  );
}
