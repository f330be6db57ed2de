import { useMutation } from "@tanstack/react-query";
import { api, type Schemas, unwrap, type wish } from "@/lib/api";

export interface Opening {
  body: Schemas["OpenTicket"];
  /** Kept over repeats, so that a wish opens one ticket. */
  key: ReturnType<typeof wish>;
}

export function useOpenTicket() {
  return useMutation({
    mutationFn: ({ body, key }: Opening) => unwrap(api.POST("/api/v1/tickets", { body, headers: key })),
  });
}
