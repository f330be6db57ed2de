import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";
import { WORKSPACE } from "@/lib/workspace";
import type { Asked } from "./asked";

export type Entry = Schemas["AuditEntry"];

export const auditQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ["audit", asked],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/audit", { params: { query: { ...asked, before: pageParam ?? undefined } }, signal })),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.before,
  });

/** The same as a file, saved by the browser. */
export async function saveFile(asked: Asked): Promise<void> {
  const text = await unwrap(api.GET("/api/v1/audit.csv", { params: { query: asked }, parseAs: "blob" }));
  const address = URL.createObjectURL(text as unknown as Blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = `audit${WORKSPACE ? `-${WORKSPACE}` : ""}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
