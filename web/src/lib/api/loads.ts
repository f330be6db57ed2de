import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from ".";

/** How many tickets members have in hand, by their ids. */
export const loadsQuery = queryOptions({
  queryKey: ["loads"],
  queryFn: async ({ signal }) => {
    const loads = await unwrap(api.GET("/api/v1/loads", { signal }));
    return new Map(loads.map((each) => [each.person_id, each.used]));
  },
  staleTime: 15_000,
});
