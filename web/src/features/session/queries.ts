import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";
import { type Me, sessionQuery, setSession } from "@/lib/session";

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["SignIn"]) => unwrap(api.POST("/api/v1/session", { body })),
    onSuccess: (me) => setSession(client, me),
  });
}

export const passwordLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ["password-link", token],
    queryFn: ({ signal }) => unwrap(api.POST("/api/v1/session/password-link", { body: { token }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export function useChoosePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["ChoosePassword"]) => unwrap(api.POST("/api/v1/session/password", { body })),
    onSuccess: (me) => setSession(client, me),
  });
}

export function useProve() {
  return useMutation({
    mutationFn: (body: Schemas["Prove"]) => unwrap(api.POST("/api/v1/session/proof", { body })),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE("/api/v1/session")),
    onSuccess: () => setSession(client, null),
  });
}

/** Where the person is signed in. */
export const placesQuery = queryOptions({
  queryKey: ["places"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/sessions", { signal })),
});

/** Ends one of the person's sessions, or, with null, all but this one. */
export function useEndPlace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) =>
      id === null
        ? unwrap(api.DELETE("/api/v1/me/sessions"))
        : unwrap(api.DELETE("/api/v1/me/sessions/{session_id}", { params: { path: { session_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: placesQuery.queryKey }),
  });
}

export function useSetPassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["SetPassword"]) => unwrap(api.PUT("/api/v1/me/password", { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: placesQuery.queryKey }),
  });
}

export function useSetMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["SetMe"]) => unwrap(api.PATCH("/api/v1/me", { body })),
    onMutate: (body) => {
      const before = client.getQueryData(sessionQuery.queryKey);
      const set = Object.fromEntries(Object.entries(body).filter(([, value]) => value != null));
      client.setQueryData(sessionQuery.queryKey, (me) => (me ? ({ ...me, ...set } as Me) : me));
      return { before };
    },
    onError: (_error, _body, context) => client.setQueryData(sessionQuery.queryKey, context?.before),
    onSuccess: (me) => client.setQueryData(sessionQuery.queryKey, me),
  });
}
