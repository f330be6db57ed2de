import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Posted, type Schemas, seen, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/api/wish";
import { reread } from "../queries";

export type Foreseen = Schemas["RoleForeseen"];

export const matrixQuery = queryOptions({
  queryKey: ["permissions"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/permissions", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export function useAddRole() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Posted<"/api/v1/roles">) =>
      asOneWish(body, (key) => unwrap(api.POST("/api/v1/roles", { body, params: { header: key } }))),
    onSettled: () => reread(client),
  });
}

export function useChangeRole() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, version, change }: { key: string; version: number; change: Schemas["ChangeRole"] }) =>
      unwrap(api.PATCH("/api/v1/roles/{key}", { body: change, params: { path: { key }, header: seen(version) } })),
    onSettled: () => reread(client),
  });
}

export function useRemoveRole() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, version }: { key: string; version: number }) =>
      unwrap(api.DELETE("/api/v1/roles/{key}", { params: { path: { key }, header: seen(version) } })),
    onSettled: () => reread(client),
  });
}

/** What would change for whom; nothing is written. */
export function usePreviewRole() {
  return useMutation({
    mutationFn: ({ key, ...body }: { key: string } & Posted<"/api/v1/roles/{key}/preview">) =>
      unwrap(api.POST("/api/v1/roles/{key}/preview", { body, params: { path: { key } } })),
  });
}
