import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/api/wish";
import { directoryQuery } from "@/lib/directory";
import { POLICY } from "../draft";

export type Release = Schemas["ReleaseInfo"];

export const releasesQuery = queryOptions({
  queryKey: [...POLICY, "releases"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/policy/releases", { signal })),
});

export const previewQuery = (release: number) =>
  queryOptions({
    queryKey: [...POLICY, "rollback", release],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/policy/releases/{release}/rollback", { params: { path: { release } }, signal })),
  });

export const textOf = (release: number): Promise<Schemas["ReleaseText"]> =>
  unwrap(api.GET("/api/v1/policy/releases/{release}/bundle", { params: { path: { release } } }));

/** `base`: the release in force that was seen. */
export function useRollBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { to: number; base: number }) =>
      asOneWish(body, (key) => unwrap(api.POST("/api/v1/policy/rollbacks", { body, params: { header: key } }))),
    onSuccess: () => client.invalidateQueries({ queryKey: directoryQuery.queryKey }),
    onSettled: () => client.invalidateQueries({ queryKey: POLICY }),
  });
}
