import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, Problem, unwrap } from "@/lib/api";
import type { ConditionLanguage } from "@/lib/api/conditions";
import { TOTAL_AT_MOST } from "@/lib/trail";
import { useWords } from "@/lib/words";
import { type Fault, type Group, missing, written } from "@/ui/condition/tree";
import { useSettled } from "@/ui/fields/settled";
import css from "./editor.module.css";

interface MatchesNow {
  count: number | undefined;
  isOld: boolean;
  error: unknown;
  /** What is wrong with the condition, at its leaves. */
  faults: readonly Fault[];
}

/** How many tickets meet a condition now. It is asked once it is filled in, and once it has settled. */
export function useMatches(root: Group, language: ConditionLanguage | undefined): MatchesNow {
  const isWhole = language !== undefined && missing(root, language).length === 0;
  const where = useSettled(JSON.stringify(written(root)));
  const { data, error, isFetching } = useQuery({
    queryKey: ["counts", "condition", where],
    enabled: isWhole && where === JSON.stringify(written(root)),
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/tickets/count", { params: { query: { where } }, signal })),
  });
  const found = error instanceof Problem ? error.faults : [];
  const faults = found.map(({ field, title }) => ({ title, field: field ? `condition.${field}` : "condition" }));
  return { count: isWhole ? data?.count : undefined, isOld: isFetching, error: isWhole ? error : null, faults };
}

export function Matches({ matches, isComplete }: { matches: MatchesNow; isComplete: boolean }) {
  const { t, problem } = useWords();
  const { count, isOld, error } = matches;
  const n = count !== undefined && count > TOTAL_AT_MOST ? `${TOTAL_AT_MOST}+` : count;
  const text = !isComplete
    ? t("views.matches.incomplete")
    : error
      ? problem(error).title
      : n === undefined
        ? t("views.matches.counting")
        : t("views.matches.now", { n });
  return (
    <p
      className={css.matches}
      role="status"
      data-old={isOld || undefined}
      data-bad={(error && isComplete) || undefined}
    >
      {text}
    </p>
  );
}
