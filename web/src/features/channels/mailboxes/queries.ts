import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Posted, type Schemas, seen, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/api/wish";

export type Mailbox = Schemas["ChannelAccountInfo"];
export type Preset = Schemas["ChannelPreset"];
export type Tested = Schemas["AccountTested"];
export type Wish = Posted<"/api/v1/channel-accounts">;

const KEY = ["channel-accounts"];
const REFRESHED_MS = 15_000;

export const mailboxesQuery = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/channel-accounts", { signal })),
  select: (accounts) => accounts.filter(({ kind }) => kind === "mail"),
  refetchInterval: REFRESHED_MS,
});

export const presetsQuery = queryOptions({
  queryKey: ["channel-kinds"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/channel-kinds", { signal })),
  select: (kinds) => kinds.find(({ key }) => key === "mail")?.presets ?? [],
  staleTime: Number.POSITIVE_INFINITY,
});

export function useAddMailbox() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Wish) =>
      asOneWish(body, (key) => unwrap(api.POST("/api/v1/channel-accounts", { body, params: { header: key } }))),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

type Change = Schemas["ChangeChannelAccount"];

export function useChangeMailbox() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, change }: { id: number; version?: number; change: Change }) =>
      unwrap(
        api.PATCH("/api/v1/channel-accounts/{account_id}", {
          body: change,
          params: { path: { account_id: id }, header: seen(version) },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** Apart from the list: what was retired is not asked about again. */
export const remainsQuery = (account_id: number) =>
  queryOptions({
    queryKey: ["channel-account-remains", account_id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/channel-accounts/{account_id}/remains", { signal, params: { path: { account_id } } })),
    staleTime: 0,
  });

export function useRetireMailbox() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, successor }: { id: number; version: number; successor: number | null }) =>
      asOneWish({ id, version, successor }, (key) =>
        unwrap(
          api.POST("/api/v1/channel-accounts/{account_id}/retirement", {
            body: { successor_id: successor },
            params: { path: { account_id: id }, header: { ...key, ...seen(version) } },
          }),
        ),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** Who grants access to mailboxes, and the address to register with them. */
export const signInsQuery = queryOptions({
  queryKey: ["mailbox-sign-ins"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/mailbox-sign-ins", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The address of the provider's page. */
export const beginSignIn = (account_id: number) =>
  unwrap(api.POST("/api/v1/channel-accounts/{account_id}/sign-in", { params: { path: { account_id } } }));

/** What a provider sent somebody back with is taken once, however often the page is drawn. */
export const finishSignInQuery = (brought: Posted<"/api/v1/mailbox-sign-ins">) =>
  queryOptions({
    queryKey: ["mailbox-sign-in", brought.state],
    queryFn: () => unwrap(api.POST("/api/v1/mailbox-sign-ins", { body: brought })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchOnMount: false,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });

/** Tries what is entered; nothing is kept. */
export const testMailbox = (body: Posted<"/api/v1/channel-accounts/test">): Promise<Tested> =>
  unwrap(api.POST("/api/v1/channel-accounts/test", { body }));
