import { QueryClient } from "@tanstack/react-query";
import { Problem } from "@/lib/api";

/** Refusals are answers: only what never arrived, or broke on the way, is tried again. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) =>
          count < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 502),
        refetchOnWindowFocus: false,
      },
    },
  });
}
