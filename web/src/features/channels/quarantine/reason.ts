import { useWords } from "@/lib/words";
import type { Mail } from "./queries";

/** Why a mail made nothing, in words; what is not known by name is a fault of ours. */
export function useReason(): (mail: Mail) => string {
  const { t } = useWords();
  return ({ reason, state }) => {
    if (!reason) return t(`quarantine.became.${state}`);
    const key = reason.replaceAll(".", "_");
    return t(`quarantine.reason.${key}`, { defaultValue: t("quarantine.reason.other", { code: reason }) });
  };
}
