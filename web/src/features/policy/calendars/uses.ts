import { useQueries } from "@tanstack/react-query";
import { useWords } from "@/lib/words";
import { type Bundle, sectionQuery } from "../draft";
import { usesOf } from "./entered";

const SECTIONS = ["sla", "workflows", "dispatch"] as const;

/** What of the drafted policy names a calendar, in words; undefined: it is not known yet. */
export function useUses(): (key: string) => string[] | undefined {
  const { t, local } = useWords();
  const found = useQueries({ queries: SECTIONS.map(sectionQuery) });
  const [sla, workflows, dispatch] = found.map(({ data }) => data?.value);
  return (key) =>
    sla && workflows && dispatch
      ? usesOf(key, { sla, workflows, dispatch } as Pick<Bundle, "sla" | "workflows" | "dispatch">).map(
          ({ section, name }) => {
            const where = t(`calendars.uses.${section}`);
            return name ? t("calendars.use", { where, name: local(name) }) : where;
          },
        )
      : undefined;
}
