import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Bundle } from "@/features/policy/draft";
import { api, type Schemas, unwrap } from "@/lib/api";

export type TicketForm = Bundle["forms"][number];
export type CustomField = Bundle["fields"][number];

/** What a form of the drafted policy shows. Nothing is kept. */
export const tryQuery = (asked: Partial<Schemas["TryForm"]>, isAsked: boolean) =>
  queryOptions({
    queryKey: ["policy", "form", asked],
    queryFn: ({ signal }) =>
      unwrap(api.POST("/api/v1/policy/draft/forms/state", { signal, body: asked as Schemas["TryForm"] })),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    retry: false,
  });
