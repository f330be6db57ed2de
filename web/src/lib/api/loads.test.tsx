import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { type Me, sessionQuery } from "@/lib/session";
import { useLoads } from "./loads";

function asked(permissions: string[]) {
  const fetch = vi.fn(async () => Response.json([{ person_id: 5, used: 3 }]));
  vi.stubGlobal("fetch", fetch);
  const client = new QueryClient();
  client.setQueryData(sessionQuery.queryKey, { person_id: 3, name: "林晓", permissions } as Me);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return { ...renderHook(() => useLoads(), { wrapper }), fetch };
}

test("who may look members up is told what they have in hand", async () => {
  const { result } = asked(["ticket.assign", "people.read"]);
  await waitFor(() => expect(result.current?.get(5)).toBe(3));
});

test("who may not is told of nobody, rather than of none in hand", async () => {
  const { result, fetch } = asked(["ticket.assign"]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(result.current).toBeUndefined();
  expect(fetch).not.toHaveBeenCalledWith(expect.objectContaining({ url: expect.stringContaining("/loads") }));
});
