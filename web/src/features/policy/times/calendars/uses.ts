import { useQueries, useQuery } from "@tanstack/react-query";
import { type Bundle, sectionQuery } from "@/features/policy/draft";
import { shiftsQuery } from "@/lib/api/shifts";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { usesOf } from "./entered";

const SECTIONS = ["sla", "workflows", "dispatch"] as const;

/** What names a calendar, in words: the drafted policy, and teams and people whose shift it is; undefined: unknown yet. */
export function useUses(): (key: string) => string[] | undefined {
  const { t, local } = useWords();
  const found = useQueries({ queries: SECTIONS.map(sectionQuery) });
  const shifts = useShifts();
  const [sla, workflows, dispatch] = found.map(({ data }) => data?.value);
  return (key) => {
    const ofShifts = shifts(key);
    if (!sla || !workflows || !dispatch || !ofShifts) return undefined;
    const uses = usesOf(key, { sla, workflows, dispatch } as Pick<Bundle, "sla" | "workflows" | "dispatch">);
    const ofPolicy = uses.map(({ section, name }) => {
      const where = t(`calendars.uses.${section}`);
      return name ? t("calendars.use", { where, name: local(name) }) : where;
    });
    return [...ofPolicy, ...ofShifts];
  };
}

/** Whoever may not read people is not told whose shift it is; publishing warns of it all the same. */
function useShifts(): (key: string) => string[] | undefined {
  const { t, local } = useWords();
  const names = useNames();
  const isShown = useMe().permissions.includes("people.read");
  const { data } = useQuery({ ...shiftsQuery, enabled: isShown });
  const use = (where: "team_shift" | "own_shift", name: string) =>
    t("calendars.use", { where: t(`calendars.uses.${where}`), name });
  return (key) => {
    if (!isShown) return [];
    const found = data?.find((one) => one.key === key);
    const teams = found?.teams.map((team) => use("team_shift", local(names.name("team", team)))) ?? [];
    const people = found?.own.map((id) => use("own_shift", names.member(id)?.name ?? String(id))) ?? [];
    return data && [...teams, ...people];
  };
}
