import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { refreshLinking, type Ticket, ticketQuery } from "../queries";

const ROW = { status: "in_progress", title: "Child" };
const PARENT = { number: "T-1", links: [{ number: "T-2", kind: "parent_of", ...ROW }] } as unknown as Ticket;

let client: QueryClient;
let reads: number;
let leave: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  reads = 0;
  client = new QueryClient();
  const { queryKey } = ticketQuery("T-1");
  client.setQueryData(queryKey, PARENT);
  const queryFn = () => {
    reads += 1;
    return PARENT;
  };
  leave = new QueryObserver(client, { queryKey, queryFn, staleTime: Number.POSITIVE_INFINITY }).subscribe(() => {});
});

afterEach(() => {
  leave();
  vi.useRealTimers();
});

test.each([
  ["a child that is as it is shown", { number: "T-2", row: ROW, gone: false }, 0],
  ["a child in another status", { number: "T-2", row: { ...ROW, status: "resolved" }, gone: false }, 1],
  ["a child under another title", { number: "T-2", row: { ...ROW, title: "Other" }, gone: false }, 1],
  ["a child out of sight", { number: "T-2", row: null, gone: true }, 1],
  ["a child of which no line is told", { number: "T-2", row: null, gone: false }, 1],
  ["a stranger", { number: "T-3", row: ROW, gone: false }, 0],
])("what is told of %s", async (_of, event, expected) => {
  refreshLinking(client, event);
  refreshLinking(client, event);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reads).toBe(expected);
});

test("nothing is read for a page that is left", async () => {
  leave();
  refreshLinking(client, { number: "T-2", row: null, gone: true });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reads).toBe(0);
});
