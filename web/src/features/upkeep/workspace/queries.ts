import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, seen, unwrap } from "@/lib/api";

export type Workspace = Schemas["WorkspaceDetail"];
type Change = Schemas["ChangeWorkspace"];

export const workspaceQuery = queryOptions({
  queryKey: ["workspace"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/workspace", { signal })),
});

export function useChangeWorkspace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, change }: { version: number; change: Change }) =>
      unwrap(api.PATCH("/api/v1/workspace", { body: change, params: { header: seen(version) } })),
    onSuccess: (kept) => {
      client.setQueryData(workspaceQuery.queryKey, kept);
      client.invalidateQueries({ queryKey: ["setup"] });
    },
  });
}
