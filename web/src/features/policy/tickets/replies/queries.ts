/** Canned replies as they are written, changed and removed. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, seen, unwrap } from "@/lib/api";
import { type CannedReply, cannedQuery } from "@/lib/api/canned";
import { asOneWish } from "@/lib/api/wish";

export type NewReply = Schemas["SaveCannedReply"];

const PATH = "/api/v1/canned-replies/{reply_key}" as const;

/** Each answers what is kept by then; the lists read it again. */
export function useReplies() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: cannedQuery.queryKey });
  const add = useMutation({
    mutationFn: (body: NewReply) =>
      asOneWish(["canned", body], (key) =>
        unwrap(api.POST("/api/v1/canned-replies", { body, params: { header: key } })),
      ),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ key, version, body }: { key: string; version: number; body: NewReply }) =>
      unwrap(api.PATCH(PATH, { body, params: { path: { reply_key: key }, header: seen(version) } })),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ key, version }: CannedReply) =>
      unwrap(api.DELETE(PATH, { params: { path: { reply_key: key }, header: seen(version) } })),
    onSettled,
  });
  return { add: add.mutateAsync, change: change.mutateAsync, remove: remove.mutateAsync };
}
