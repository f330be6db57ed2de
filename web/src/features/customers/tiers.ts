import { useWords } from "@/lib/words";
import { TIERS } from "./queries";

/** What tiers are called; one that has no name here is called by its key. */
export function useTiers() {
  const { t } = useWords();
  const name = (tier: string) => t(`common.tier.${tier}`, { defaultValue: tier });
  return {
    name,
    options: TIERS.map((value) => ({ value, label: name(value) })),
    /** With one that only the record has. */
    optionsWith: (tier: string) => [...new Set([...TIERS, tier])].map((value) => ({ value, label: name(value) })),
  };
}
