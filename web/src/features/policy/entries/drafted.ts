/** Other sections as they are drafted, for whoever refers to their entries. */
import { useQuery } from "@tanstack/react-query";
import { type Bundle, type SectionKey, sectionQuery } from "@/features/policy/draft";

/** Sections that are lists of entries with keys. */
export type ListKey = { [K in SectionKey]: Bundle[K] extends { key: string }[] ? K : never }[SectionKey];

export function useDrafted<K extends ListKey>(section: K): Bundle[K] {
  const { data } = useQuery(sectionQuery(section));
  return (data?.value ?? []) as Bundle[K];
}

interface Entry {
  key: string;
  name: Record<string, string>;
  retired?: boolean;
}

/** What can be chosen of them: those in use, and what is chosen already. */
export const choosable = (
  entries: readonly Entry[],
  local: (name: Record<string, string>) => string,
  chosen: readonly (string | null | undefined)[] = [],
) =>
  entries
    .filter(({ key, retired }) => !retired || chosen.includes(key))
    .map(({ key, name }) => ({ value: key, label: local(name) }));
