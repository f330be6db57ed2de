import { queryOptions } from "@tanstack/react-query";
import { POLICY } from "@/features/policy/draft";
import { api, type Schemas, unwrap } from "@/lib/api";
import type { Running } from "../queries";

export type Preview = Schemas["MigrationPreview"];

/** Where the tickets of older versions would go on; nothing is done. */
export const migrationQuery = (workflow: string, to: string) =>
  queryOptions({
    queryKey: [...POLICY, "migration", workflow, to],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/policy/migration", { params: { query: { workflow, to } }, signal })),
    staleTime: 0,
  });

type Standing = Running["versions"][number]["statuses"][number];

/** The statuses there that fit a status of this phase: nothing is closed, and what is resolved stays so. */
export function fitting(target: Running | undefined, phase: Standing["phase"]): readonly Standing[] {
  const current = target?.versions.find(({ is_current }) => is_current);
  const fits = (there: Standing) =>
    phase === "resolved" ? there.phase === "resolved" : there.phase !== "closed" && there.phase !== "resolved";
  return current?.statuses.filter(fits) ?? [];
}
