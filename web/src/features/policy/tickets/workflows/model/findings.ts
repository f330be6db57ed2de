/** What is wrong with a workflow, by the status or the transition at which it stands. Pure. */
import type { Finding, Severity } from "../queries";

export interface Graveness {
  statusFindings: ReadonlyMap<string, Severity>;
  wayFindings: ReadonlyMap<string, Severity>;
}

/** Those of one status, of one transition, or (`undefined`) of neither. */
export const findingsAt = (all: readonly Finding[], flow: string, list: List | undefined, key?: string): Finding[] =>
  all.filter(({ path }) => {
    const place = placeOf(path, flow);
    return place?.list === list && (key === undefined || place?.key === key);
  });

type List = "statuses" | "transitions";

/** `workflows.<flow>.statuses.<status>.limits…`; keys hold no dots. */
function placeOf(path: string, flow: string): { list: List; key: string } | undefined {
  const [section, entry, list, key] = path.split(".");
  if (section !== "workflows" || entry !== flow || !key) return undefined;
  return list === "statuses" || list === "transitions" ? { list, key } : undefined;
}

/** How grave the worst is at each. */
export function graveness(all: readonly Finding[], flow: string): Graveness {
  const found = { statuses: new Map<string, Severity>(), transitions: new Map<string, Severity>() };
  for (const { path, severity } of all) {
    const place = placeOf(path, flow);
    if (place && found[place.list].get(place.key) !== "error") found[place.list].set(place.key, severity);
  }
  return { statusFindings: found.statuses, wayFindings: found.transitions };
}
