/** The page's name in the browser's tab: what waits for the person, where they are, whose house it is. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { infoQuery } from "@/features/portal/queries";
import { viewsQuery } from "@/features/queue/queries";
import { ticketQuery } from "@/features/ticket/queries";
import { useMe } from "@/lib/session";

export function useTitle(...parts: readonly (string | undefined)[]): void {
  const title = parts.filter(Boolean).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** In the workbench; `number` is of the ticket that is open. */
export function useDeskTitle(page: string | undefined, number?: string): void {
  const { workspace_name } = useMe();
  const { data: views } = useQuery(viewsQuery);
  const { data: ticket } = useQuery({ ...ticketQuery(number ?? ""), enabled: false });
  const mine = views?.find((view) => view.key === "mine")?.count ?? 0;
  const place = number ? [number, ticket?.title].filter(Boolean).join(" ") : page;
  useTitle(mine > 0 ? `(${mine > 999 ? "999+" : mine}) ${place ?? ""}` : place, workspace_name);
}

export function usePortalTitle(page: string | undefined): void {
  const { data: info } = useQuery(infoQuery);
  useTitle(page, info?.workspace);
}
