/** A link to a ticket names the view from which one came: what stands before and after it is read again there. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { leaveTrail, placeIn, trail } from "@/lib/trail";
import { queueQuery, viewsQuery } from "./queries";

/** Further than the first page of the list nobody looks for the ticket: then it has no place. */
export function useRestoredPlace(number: string, view: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!view || placeIn(trail.get(), number)) return;
    let isOver = false;
    const restore = async () => {
      const [views, list] = await Promise.all([
        client.ensureQueryData(viewsQuery),
        client.fetchInfiniteQuery(queueQuery({ view })),
      ]);
      const numbers = list.pages.flatMap(({ rows }) => rows.map((row) => row.number));
      const total = views.find(({ key }) => key === view)?.count ?? null;
      if (!isOver && numbers.includes(number)) leaveTrail({ view, search: {}, numbers, total });
    };
    // A view that is gone, or that cannot be read, gives no place.
    restore().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [client, number, view]);
}
