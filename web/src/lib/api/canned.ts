/** The canned replies that this person may insert: read when somebody begins to write, not with the ticket. */
import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from ".";

export type CannedReply = Schemas["CannedReplyInfo"];
export type Variable = Schemas["ReplyVariable"];

const STALE_MS = 300_000;

export const cannedQuery = queryOptions({
  queryKey: ["canned-replies"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/canned-replies", { signal })),
  staleTime: STALE_MS,
  retry: false,
});
