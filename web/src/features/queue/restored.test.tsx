import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { placeIn, trail } from "@/lib/trail";
import { viewsQuery } from "./queries";
import { useRestoredPlace } from "./restored";

const numberOf = (at: number) => `GD-${at}`;
let pages: number;

beforeEach(() => {
  trail.set(null);
  pages = 0;
  vi.stubGlobal("fetch", async (request: Request) => {
    const from = Number(new URL(request.url).searchParams.get("after") ?? 0);
    pages += 1;
    const rows = Array.from({ length: 50 }, (_, at) => ({ number: numberOf(from + at + 1) }));
    return Response.json({ rows, after: from < 150 ? String(from + 50) : null });
  });
});

function restore(number: string) {
  const client = new QueryClient();
  client.setQueryData(viewsQuery.queryKey, [{ key: "all_open", count: 200 }] as never);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  renderHook(() => useRestoredPlace(number, "all_open"), { wrapper });
}

test("a ticket of the first page has its place by one page", async () => {
  restore(numberOf(3));
  await waitFor(() => expect(placeIn(trail.get(), numberOf(3))?.at).toBe(3));
  expect(pages).toBe(1);
});

test("a ticket further down is found, with what stands around it", async () => {
  restore(numberOf(120));
  await waitFor(() => expect(placeIn(trail.get(), numberOf(120))?.at).toBe(120));
  expect(placeIn(trail.get(), numberOf(120))).toMatchObject({
    previous: numberOf(119),
    next: numberOf(121),
    of: "200",
  });
});

test("a ticket that is not in the list has no place, and the reading ends", async () => {
  restore(numberOf(999));
  await waitFor(() => expect(pages).toBe(5));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([pages, trail.get()]).toEqual([5, null]);
});
