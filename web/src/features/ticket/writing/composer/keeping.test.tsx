import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Me, sessionQuery } from "@/lib/session";
import type { Uploads } from "@/ui/content/files";
import { merged, useDraft } from "./drafts";
import { useKeeping } from "./keeping";

interface Held {
  kind: string;
  text: string;
  html: string | null;
  version: number;
  files: never[];
  saved_at: string;
}

/** The server: one draft, and what was asked of it. */
let held: Held | null;
let asked: string[];
let isDown: boolean;

const holds = (text: string, version: number): Held => ({
  kind: "reply",
  text,
  html: null,
  version,
  files: [],
  saved_at: "2026-03-02T02:32:00Z",
});

async function serve(request: Request): Promise<Response> {
  if (isDown) throw new TypeError("down");
  if (request.method === "GET") return Response.json(held ? [held] : []);
  const seen = Number((request.headers.get("If-Match") ?? "").replaceAll('"', ""));
  asked.push(`${request.method} ${seen}`);
  if (seen !== (held?.version ?? 0))
    return Response.json({ code: "ticket.draft_changed", title: "", remedy: "" }, { status: 412 });
  if (request.method === "DELETE") {
    held = null;
    return new Response(null, { status: 204 });
  }
  const { text } = (await request.json()) as { text: string };
  held = holds(text.trim(), seen + 1);
  return Response.json(held);
}

const uploads = { all: [], ids: [], isBusy: false, restore: () => undefined } as unknown as Uploads;

async function open() {
  const client = new QueryClient();
  client.setQueryData(sessionQuery.queryKey, { person_id: 3, name: "林晓", zone: "Asia/Shanghai" } as Me);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const use = () => {
    const draft = useDraft("GD-1", "reply");
    return { draft, keeping: useKeeping("GD-1", "reply", draft, uploads) };
  };
  const page = renderHook(use, { wrapper });
  await settle();
  const write = async (text: string) => {
    act(() => page.result.current.draft.write(text));
    await settle();
  };
  return { ...page, write, client, look: () => act(() => client.invalidateQueries({ queryKey: ["tickets"] })) };
}

const settle = (ms = 1_500) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  [held, asked, isDown] = [null, [], false];
  vi.stubGlobal("fetch", serve);
});
afterEach(() => vi.useRealTimers());

const plain = (text: string) => ({ text, html: null });

describe("two windows wrote on from the same words", () => {
  test.each([
    ["您好，甲", "您好", "您好", "您好，甲"],
    ["您好", "您好", "您好，乙", "您好，乙"],
    ["您好", "您好", "", ""],
    ["您好，甲", "您好", "您好，甲，乙", "您好，甲，乙"],
    ["您好，甲", "您好", "您好，乙", "您好，乙\n\n您好，甲"],
    ["甲", "", "", "甲"],
  ])("%j from %j beside %j is %j", (mine, base, theirs, both) => {
    expect(merged(plain(mine), plain(base), plain(theirs))).toEqual(plain(both));
  });
});

describe("a draft goes to the server while it is written", () => {
  test("once somebody pauses, and each time from what was there", async () => {
    const { write, result } = await open();
    await write("您");
    await write("您好");
    expect([asked, held?.text]).toEqual([["PUT 0", "PUT 1"], "您好"]);
    expect(result.current.keeping.savedAt).toBe(held?.saved_at);
  });

  test("white space at its end is not saved again and again", async () => {
    const { write, result } = await open();
    await write("您好 \n");
    await settle(5_000);
    expect([asked, held?.text, result.current.draft.text]).toEqual([["PUT 0"], "您好", "您好 \n"]);
    expect(result.current.keeping.savedAt).toBe(held?.saved_at);
  });

  test("what was emptied is thrown away", async () => {
    const { write } = await open();
    await write("您好");
    await write("");
    expect([asked.at(-1), held]).toEqual(["DELETE 1", null]);
  });

  test("a page that is left sends the rest", async () => {
    const { result, unmount } = await open();
    act(() => result.current.draft.write("还没停"));
    unmount();
    await settle(0);
    expect(held?.text).toBe("还没停");
  });

  test("without a line it stays here, and goes later", async () => {
    const { write, result } = await open();
    isDown = true;
    await write("没网");
    expect([held, result.current.keeping.isHere]).toEqual([null, true]);
    isDown = false;
    await settle(11_000);
    expect([held?.text, result.current.keeping.isHere]).toEqual(["没网", false]);
  });
});

describe("what another window wrote is taken over", () => {
  test("on another machine", async () => {
    held = holds("在家写的", 7);
    const { result } = await open();
    expect(result.current.draft.text).toBe("在家写的");
  });

  test("and put beside what was written here", async () => {
    const { write, result } = await open();
    await write("您好");
    held = holds("您好，乙", 9);
    await write("您好，甲");
    await settle();
    expect(result.current.draft.text).toBe("您好，乙\n\n您好，甲");
    expect(held?.text).toBe("您好，乙\n\n您好，甲");
  });

  test("what was sent there is gone here", async () => {
    const { write, result, look } = await open();
    await write("您好");
    held = null;
    await look();
    await settle();
    expect([result.current.draft.text, held]).toEqual(["", null]);
  });
});

describe("sending", () => {
  test("nothing is saved while it is on its way, and its draft is gone after it", async () => {
    const { write, result } = await open();
    await write("您好");
    expect(await result.current.keeping.pause()).toBe(1);
    await write("您好，还有");
    expect(held?.text).toBe("您好");
    held = null;
    act(() => {
      result.current.draft.sent(plain("您好，"));
      result.current.keeping.resume(true);
    });
    await settle();
    expect([held, asked.at(-1)]).toEqual([holds("还有", 1), "PUT 0"]);
  });
});

test("what was read before the words were saved does not take them away", async () => {
  const { write, client, result } = await open();
  const late: ((response: Response) => void)[] = [];
  const serveLate = (request: Request) =>
    request.method === "GET" ? new Promise<Response>((resolve) => late.push(resolve)) : serve(request);
  vi.stubGlobal("fetch", serveLate);
  act(() => void client.invalidateQueries({ queryKey: ["tickets"] }));
  await write("您好，已经修好");
  for (const answer of late) answer(Response.json([]));
  await settle();
  expect(result.current.draft.text).toBe("您好，已经修好");
});
