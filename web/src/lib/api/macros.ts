/** The macros that this person may run: read when they are about to, not with the ticket. */
import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from ".";

export type Macro = Schemas["MacroInfo"];
export type MacroAction = Schemas["MacroAction"];

export const macrosQuery = queryOptions({
  queryKey: ["macros"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/macros", { signal })),
  retry: false,
});
