import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { api } from "@/lib/api";
import type { TicketEvent } from "@/lib/realtime/events";
import { changeOf, heardHello, heardList, leaveView, watch } from "./watching";

const event: TicketEvent = { type: "ticket", number: "GD-1", version: 2, kinds: [], row: null, gone: false, lists: {} };
const ANSWERED = { response: { ok: true } } as never;
const slice = { view: "mine" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("a list is asked for anew with each stream, and asks for itself until the stream says that it watches", () => {
  const put = vi.spyOn(api, "PUT").mockResolvedValue(ANSWERED);
  const bodies = () =>
    (put.mock.calls as unknown as [string, { body: Record<string, unknown> }][]).map(([, { body }]) => body);
  const leave = watch(slice);
  expect(put).not.toHaveBeenCalled();
  expect(changeOf(event, slice)?.change).toBe("ask");

  heardHello("c1");
  const [{ list = "" } = {}] = bodies() as { list?: string }[];
  expect(bodies()[0]).toMatchObject({ client: "c1", is_open: true, view: "mine" });
  heardList({ type: "list", list, is_open: true });
  expect(changeOf(event, slice)).toBeUndefined();
  const told = { change: "leave", place: null, fields: {} } as const;
  expect(changeOf({ ...event, lists: { [list]: told } }, slice)).toEqual(told);
  expect(changeOf(event, { view: "team" })?.change).toBe("ask");

  heardList({ type: "list", list, is_open: false });
  expect(changeOf(event, slice)?.change).toBe("ask");
  vi.runAllTimers();
  heardHello("c2");
  expect(bodies().map(({ client }) => client)).toEqual(["c1", "c1", "c2"]);

  leave();
  expect(bodies().at(-1)).toMatchObject({ client: "c2", list, is_open: false });
});

test("a page that left a list that was closed, as of a view that is removed, asks for it no more", () => {
  const put = vi.spyOn(api, "PUT").mockResolvedValue(ANSWERED);
  const asked = () =>
    (put.mock.calls as unknown as [string, { body: { is_open: boolean } }][]).map(([, { body }]) => body.is_open);
  const leave = watch(slice);
  heardHello("c3");
  const [, { body }] = put.mock.calls.at(-1) as unknown as [string, { body: { list: string } }];
  heardList({ type: "list", list: body.list, is_open: false });
  leave();
  vi.runAllTimers();
  expect(asked().at(-1)).toBe(false);
});

const openings = (put: { mock: { calls: unknown } }) =>
  (put.mock.calls as [string, { body: { is_open: boolean; list: string } }][]).filter(([, { body }]) => body.is_open);

function watched(stream: string) {
  const put = vi.spyOn(api, "PUT").mockResolvedValue(ANSWERED);
  const leave = watch(slice);
  heardHello(stream);
  const list = openings(put).at(-1)?.[1].body.list ?? "";
  put.mockClear();
  return { put, leave, list };
}

test("whoever removes a view asks for its list no more, unless the removal is refused", () => {
  const { put, leave, list } = watched("c4");
  const watchAgain = leaveView("mine");
  heardList({ type: "list", list, is_open: false });
  vi.runAllTimers();
  heardHello("c5");
  expect(openings(put)).toHaveLength(0);
  watchAgain();
  expect(openings(put)).toHaveLength(1);
  leave();
});

test("a view that somebody else removed is asked for once", async () => {
  const { put, leave, list } = watched("c6");
  put.mockResolvedValue({ response: { ok: false, status: 404 }, error: {} } as never);
  heardList({ type: "list", list, is_open: false });
  await vi.runAllTimersAsync();
  heardHello("c7");
  heardList({ type: "list", list, is_open: false });
  await vi.runAllTimersAsync();
  expect(openings(put)).toHaveLength(1);
  leave();
});
