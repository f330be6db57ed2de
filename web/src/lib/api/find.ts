/** Finding records by what one has of them, on behalf of every part that looks one up (GET /find). */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from ".";

export const findQuery = (q: string) =>
  queryOptions({
    queryKey: ["find", q],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/find", { params: { query: { q: q.slice(0, 100) } }, signal })),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
