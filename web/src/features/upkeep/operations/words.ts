import { useWords } from "@/lib/words";
import type { Tone } from "@/ui/marks/state-tag";
import type { Operation } from "./queries";

export const STATE_COLOURS: Record<Operation["state"], Tone> = {
  planned: "none",
  waiting: "busy",
  running: "busy",
  cancelling: "warn",
  done: "good",
  cancelled: "none",
  failed: "bad",
};

/** What an operation does, and whether it takes another one back. */
export function useKindName(): (operation: Operation) => string {
  const { t } = useWords();
  return ({ kind, undoes }) => {
    const key = kind.replaceAll(".", "_");
    const name = t(`operations.kinds.${key}`, { defaultValue: kind });
    return undoes ? t("operations.undoes", { name, id: undoes }) : name;
  };
}
