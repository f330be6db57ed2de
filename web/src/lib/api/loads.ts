import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMe } from "@/lib/session";
import { api, unwrap } from ".";

/** How many tickets members have in hand, by their ids. */
const loadsQuery = queryOptions({
  queryKey: ["loads"],
  queryFn: async ({ signal }) => {
    const loads = await unwrap(api.GET("/api/v1/loads", { signal }));
    return new Map(loads.map((each) => [each.person_id, each.used]));
  },
  staleTime: 15_000,
});

/** Whoever has both is told what others have in hand; nobody else is asked for it. */
const NEEDS = ["ticket.assign", "people.read"];

/** The loads, once they are known; undefined for whom they are not meant, which is not the same as none in hand. */
export function useLoads(isWanted = true): Map<number, number> | undefined {
  const { permissions } = useMe();
  const isTold = NEEDS.every((one) => permissions.includes(one));
  return useQuery({ ...loadsQuery, enabled: isWanted && isTold }).data;
}
