/** In the workbench the name of the tab says how much waits for the person. */
import { useQuery } from "@tanstack/react-query";
import { viewsQuery } from "@/features/queue/queries";
import { ticketQuery } from "@/features/ticket/queries";
import { useMe } from "@/lib/session";
import { useTitle } from "../../title";

/** `number` is of the ticket that is open. */
export function useDeskTitle(page: string | undefined, number?: string): void {
  const { workspace_name } = useMe();
  const { data: views } = useQuery(viewsQuery);
  const { data: ticket } = useQuery({ ...ticketQuery(number ?? ""), enabled: false });
  const mine = views?.find((view) => view.key === "mine")?.count ?? 0;
  const place = number ? [number, ticket?.title].filter(Boolean).join(" ") : page;
  useTitle(mine > 0 ? `(${mine > 999 ? "999+" : mine}) ${place ?? ""}` : place, workspace_name);
}
