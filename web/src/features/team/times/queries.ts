import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";

export type WorkedRow = Schemas["WorkedRow"];
export type WorkTimes = Schemas["WorkTimes"];

export const BY = ["person", "team", "work_kind", "ticket", "day"] as const;
export type By = (typeof BY)[number];

export interface Asked {
  since: string;
  until: string;
  team: string | undefined;
}

export const workTimesQuery = (asked: Asked, by: By) =>
  queryOptions({
    queryKey: ["work-times", asked, by],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/work-times", { params: { query: { ...asked, by } }, signal })),
    placeholderData: keepPreviousData,
  });

/** The entries behind it, as a file. */
export const readFile = (asked: Asked): Promise<Blob> =>
  unwrap(
    api.GET("/api/v1/work-times/export", { params: { query: asked }, parseAs: "blob" }),
  ) as unknown as Promise<Blob>;
