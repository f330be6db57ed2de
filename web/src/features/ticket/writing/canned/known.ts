/** What of a ticket fills canned replies in. */
import type { Ticket } from "@/features/ticket/queries";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";

export interface KnownValues {
  /** Nobody needs to look at these. */
  sure: Record<string, string>;
  /** Probably meant: offered to be changed. */
  guessed: Record<string, string>;
}

const said = (value: unknown) => (typeof value === "string" ? value : "");

export function useKnown({ requester, number, title, team, fields }: Ticket): () => KnownValues {
  const { t, local } = useWords();
  const names = useNames();
  const { name } = useMe();
  return () => ({
    sure: {
      salutation: t("ticket.canned.salutation", { name: requester.name }),
      customer: requester.name,
      number,
      title,
      agent: name,
      team: team ? local(names.name("team", team)) : "",
    },
    guessed: {
      brief: title.replace(/^\s*[[【][^\]】]*[\]】]\s*/, ""),
      solution: said(fields.solution),
      prevention: said(fields.prevention),
    },
  });
}
