import { useMutation } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/wish";

export function useOpenTicket() {
  return useMutation({
    mutationFn: (body: Schemas["OpenTicket"]) =>
      asOneWish(["open", body], (headers) => unwrap(api.POST("/api/v1/tickets", { body, headers }))),
  });
}
