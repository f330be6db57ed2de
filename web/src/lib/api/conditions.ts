/** The condition language as the server tells it: fields, and the one table of operators (GET /conditions/fields). */
import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from ".";

export type ConditionLanguage = Schemas["ConditionLanguage"];
export type ConditionField = Schemas["ConditionField"];
export type ConditionOperator = Schemas["ConditionOperator"];
export type Use = "list" | "decide" | "trigger";

/** Fields change with a release only. */
const STALE_MS = 300_000;

/** With the custom fields of the draft, for whoever edits the policy. */
export const draftedLanguageQuery = queryOptions({
  queryKey: ["policy", "conditions"],
  queryFn: ({ signal }) =>
    unwrap(api.GET("/api/v1/conditions/fields", { params: { query: { use: "decide", drafted: true } }, signal })),
});

export const languageQuery = (use: Use = "list") =>
  queryOptions({
    queryKey: ["conditions", use],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/conditions/fields", { params: { query: { use } }, signal })),
    staleTime: STALE_MS,
  });
