/** Macros as they are written, changed and removed. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, seen, unwrap } from "@/lib/api";
import { type Macro, macrosQuery } from "@/lib/api/macros";
import { asOneWish } from "@/lib/api/wish";

export type NewMacro = Schemas["SaveMacro"];

const PATH = "/api/v1/macros/{macro_key}" as const;

/** Each answers what is kept by then; the lists read it again. */
export function useMacros() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: macrosQuery.queryKey });
  const add = useMutation({
    mutationFn: (body: NewMacro) =>
      asOneWish(["macro", body], (key) => unwrap(api.POST("/api/v1/macros", { body, params: { header: key } }))),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ key, version, body }: { key: string; version: number; body: NewMacro }) =>
      unwrap(api.PATCH(PATH, { body, params: { path: { macro_key: key }, header: seen(version) } })),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ key, version }: Macro) =>
      unwrap(api.DELETE(PATH, { params: { path: { macro_key: key }, header: seen(version) } })),
    onSettled,
  });
  return { add: add.mutateAsync, change: change.mutateAsync, remove: remove.mutateAsync };
}
