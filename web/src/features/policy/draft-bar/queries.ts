import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Posted, seen, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/api/wish";
import { directoryQuery } from "@/lib/directory";
import { type Choices, POLICY } from "../draft";

export const releaseQuery = (release: number) =>
  queryOptions({
    queryKey: [...POLICY, "release", release],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/policy/releases/{release}", { params: { path: { release } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Takes a section of the draft back to the release, or all of it. */
export function useDiscard() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ section, version }: { section?: string; version: number }) => {
      const header = seen(version);
      return section
        ? unwrap(api.DELETE("/api/v1/policy/draft/{section}", { params: { path: { section }, header } }))
        : unwrap(api.DELETE("/api/v1/policy/draft", { params: { header } }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: POLICY }),
  });
}

type Wish = Posted<"/api/v1/policy/draft/publish">;

export function usePublish() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, version }: { body: Wish; version: number }) =>
      asOneWish({ body, version }, (key) =>
        unwrap(api.POST("/api/v1/policy/draft/publish", { body, params: { header: { ...seen(version), ...key } } })),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: directoryQuery.queryKey }),
    onSettled: () => client.invalidateQueries({ queryKey: POLICY }),
  });
}

/** Ends the clashes of a section with a release; `version`: as they were seen. */
export function useSettle() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ section, version, choices }: { section: string; version: number; choices: Choices }) =>
      unwrap(
        api.PUT("/api/v1/policy/draft/{section}/choices", {
          body: { choices },
          params: { path: { section }, header: seen(version) },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: POLICY }),
  });
}
