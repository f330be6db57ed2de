import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";

export type Mail = Schemas["IncomingMail"];
export type MailState = Mail["state"];

const PAGE = 50;

export const mailsQuery = (states: readonly MailState[]) =>
  infiniteQueryOptions({
    queryKey: ["mails", states],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { states: [...states], before: pageParam, limit: PAGE };
      return unwrap(api.GET("/api/v1/incoming", { signal, params: { query } }));
    },
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
  });

export const originalQuery = (id: number) =>
  queryOptions({
    queryKey: ["mails", "original", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/incoming/{mail_id}/original", { signal, params: { path: { mail_id: id } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What somebody says of a mail that they let go: to which ticket it belongs, and who wrote it. */
export interface Said {
  ticket?: string;
  sender?: string;
}

/** What becomes of a mail: settled anew, or nothing. */
export function useDispose() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, how, said }: { id: number; how: "release" | "discard"; said?: Said }) => {
      const path = { mail_id: id };
      return how === "release"
        ? unwrap(api.POST("/api/v1/quarantine/{mail_id}/release", { params: { path, query: said ?? {} } }))
        : unwrap(api.POST("/api/v1/quarantine/{mail_id}/discard", { params: { path } }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["mails"] }),
  });
}
