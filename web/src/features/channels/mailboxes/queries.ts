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

/** Tries what is entered; nothing is kept. */
export const testMailbox = (body: Posted<"/api/v1/channel-accounts/test">): Promise<Tested> =>
  unwrap(api.POST("/api/v1/channel-accounts/test", { body }));
