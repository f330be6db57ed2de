import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import { CALENDARS } from "../queries";
import { type Slice, whereOf } from "../slice";
import type { Shown } from "./days";

/** What falls due changes by time alone too: a promise that is kept leaves its day. */
const REREAD_MS = 60_000;

export const calendarQuery = (slice: Slice, { first, count }: Shown, each: number, zone: string) =>
  queryOptions({
    queryKey: [...CALENDARS, slice.view, whereOf(slice) ?? "", first, count, each, zone],
    queryFn: ({ signal }) => {
      const query = { view: slice.view, where: whereOf(slice), first, days: count, each, zone };
      return unwrap(api.GET("/api/v1/tickets/calendar", { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: REREAD_MS,
  });
