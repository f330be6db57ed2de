import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Bundle } from "@/features/policy/draft";
import { api, type Schemas, unwrap } from "@/lib/api";

export type Calendar = Bundle["calendars"][number];
export type Asked = Schemas["TryDraft"];
export type TriedPromise = Schemas["TriedPromise"];

export const FIRST_YEAR = 2001;
export const LAST_YEAR = 2099;

/** What the State Council has announced changes once a year. */
export const officialQuery = (year: number) =>
  queryOptions({
    queryKey: ["official-days", year],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/policy/official-days", { signal, params: { query: { year } } })),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: year >= FIRST_YEAR && year <= LAST_YEAR,
  });

export const trialQuery = (asked: Asked | undefined) =>
  queryOptions({
    queryKey: ["policy", "trial", asked],
    queryFn: ({ signal }) => unwrap(api.POST("/api/v1/policy/draft/trials", { signal, body: asked as Asked })),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
