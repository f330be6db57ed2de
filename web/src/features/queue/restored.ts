/** A link to a ticket names the view from which one came: what stands before and after it is read again there. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { leaveTrail, placeIn, trail } from "@/lib/trail";
import { queueQuery, viewsQuery } from "./queries";

/** Pages that are read until the ticket is found: most stand on the first. Further nobody looks; then it has no place. */
const DEPTHS = [1, 10];

export function useRestoredPlace(number: string, view: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!view || placeIn(trail.get(), number)) return;
    let isOver = false;
    const restore = async () => {
      for (const pages of DEPTHS) {
        const [views, list] = await Promise.all([
          client.ensureQueryData(viewsQuery),
          client.fetchInfiniteQuery({ ...queueQuery({ view }), pages }),
        ]);
        if (isOver) return;
        const numbers = list.pages.flatMap(({ rows }) => rows.map((row) => row.number));
        const total = views.find(({ key }) => key === view)?.count ?? null;
        if (numbers.includes(number)) return leaveTrail({ view, search: {}, numbers, total });
        if (!list.pages.at(-1)?.after) return;
      }
    };
    // A view that is gone, or that cannot be read, gives no place.
    restore().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [client, number, view]);
}
