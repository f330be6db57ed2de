import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Posted, type Schemas, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/api/wish";

export type Token = Schemas["TokenInfo"];
export type Wanted = Posted<"/api/v1/tokens">;

/** What a scope is called; a colon would name another catalogue. */
export const scopeText = (scope: string): string => `tokens.scope.${scope.replace(":", "_")}`;

export const tokensQuery = queryOptions({
  queryKey: ["tokens"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/tokens", { signal })),
});

export function useMakeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Wanted) =>
      asOneWish(body, (key) => unwrap(api.POST("/api/v1/tokens", { body, params: { header: key } }))),
    onSettled: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
}

export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => unwrap(api.DELETE("/api/v1/tokens/{token_id}", { params: { path: { token_id: id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
}
