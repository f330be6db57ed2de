import { Link, Outlet, useParams } from "@tanstack/react-router";
import { TeamPage } from "@/features/team/page";
import { WorkTimesPage } from "@/features/team/times/page";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { AreaFrame } from "@/ui/frame/area-frame";
import { Empty } from "@/ui/states";
import { useTitle } from "../title";
import css from "./admin.module.css";

export function TeamAreaRoute() {
  const { t } = useWords();
  return (
    <AreaFrame title={t("shell.areas.team")} pane={<TeamLinks />}>
      <Outlet />
    </AreaFrame>
  );
}

/** The teams that the person leads; for who leads none, all. */
function useTeams() {
  const me = useMe();
  const { teams } = useNames().directory;
  return me.led_teams.length > 0 ? teams.filter(({ key }) => me.led_teams.includes(key)) : teams;
}

function TeamLinks() {
  const { t, local } = useWords();
  const current = { "aria-current": "page" } as const;
  return (
    <nav aria-label={t("team.teams")} className={css.sections}>
      <ul>
        <li>
          <Link to="/team" className={css.section} activeOptions={{ exact: true }} activeProps={current}>
            {t("team.all")}
          </Link>
        </li>
        {useTeams().map(({ key, name }) => (
          <li key={key}>
            <Link to="/team/$team" params={{ team: key }} className={css.section} activeProps={current}>
              {local(name)}
            </Link>
          </li>
        ))}
      </ul>
      <ul>
        <li>
          <Link to="/team/report/times" className={css.section} activeProps={current}>
            {t("team.times.title")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

export function WorkTimesRoute() {
  const { t } = useWords();
  useTitle(t("team.times.title"), useMe().workspace_name);
  return <WorkTimesPage />;
}

export function TeamRoute() {
  const { t, local } = useWords();
  const me = useMe();
  const names = useNames();
  const { team } = useParams({ strict: false });
  const title = team ? local(names.name("team", team)) : t("team.all");
  useTitle(title, me.workspace_name);
  const { teams } = names.directory;
  if (team && teams.length > 0 && !teams.some(({ key }) => key === team))
    return <Empty icon="search" title={t("common.no_page.title")} text={t("common.no_page.text")} />;
  return <TeamPage team={team} title={title} />;
}
