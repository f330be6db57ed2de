/** What those are called who may do something, answer for it, or are told. */
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { useRoles } from "./queries";

export const WHO = ["requester", "creator", "assignee", "team", "lead", "staff", "system", "administrator"] as const;

/** Gives the words for some of them, in one line. */
export function useWho(): (who: readonly string[]) => string {
  const { t } = useWords();
  const one = useOneOf();
  return (who) => who.map(one).join(t("common.list_comma"));
}

export function useOneOf(): (who: string) => string {
  const { t, local } = useWords();
  const names = useNames();
  const roles = useRoles();
  return (who) => {
    const [kind, key] = who.split(":", 2);
    if (key === undefined)
      return t(`common.who.${who}`, { defaultValue: t(`workflows.receiver.${who}`, { defaultValue: who }) });
    if (kind === "role") return local(roles.find((role) => role.key === key)?.name) || key;
    if (kind === "team") return local(names.name("team", key));
    if (kind === "person") return names.member(Number(key))?.name ?? who;
    return who;
  };
}
