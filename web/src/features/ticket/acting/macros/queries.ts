/** What a macro would do to a ticket. */
import { queryOptions } from "@tanstack/react-query";
import type { Ticket } from "@/features/ticket/queries";
import { api, Problem, type Schemas, unwrap } from "@/lib/api";
import type { Macro } from "@/lib/api/macros";

export type Rehearsed = Schemas["MacroOutcome"];

/** Asked anew when the ticket, the macro or the words are others. */
export const rehearsalQuery = (ticket: Ticket, macro: Macro | undefined, text: string) =>
  queryOptions({
    queryKey: ["macro", ticket.number, ticket.version, macro?.key, macro?.version, text],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST("/api/v1/tickets/{number}/macros/{macro_key}/run", {
          params: { path: { number: ticket.number, macro_key: macro?.key ?? "" } },
          body: { version: macro?.version ?? 1, text, preview: true },
          signal,
        }),
      ),
    enabled: macro !== undefined,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });

/** Why it would be refused, as the run itself would be. */
export function problemOf({ problem }: Rehearsed): Problem | null {
  if (!problem) return null;
  const { status, code, title, remedy, faults, ...members } = problem as Record<string, unknown>;
  return new Problem(
    Number(status),
    String(code),
    String(title ?? ""),
    String(remedy ?? ""),
    Array.isArray(faults) ? faults : [],
    members,
  );
}
