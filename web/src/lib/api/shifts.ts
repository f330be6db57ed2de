import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "./index";

/** The calendars that a shift may be, whose shift each is, and whether it is that shift's time now. */
export const shiftsQuery = queryOptions({
  queryKey: ["people", "shifts"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/shifts", { signal })),
});
