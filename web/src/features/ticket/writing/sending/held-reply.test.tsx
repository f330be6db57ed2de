import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Ticket, ticketQuery } from "@/features/ticket/queries";
import { type Me, sessionQuery } from "@/lib/session";
import { giveVoice, type Voice } from "@/ui/states/voice";
import { type Held, secondsLeft, useHold } from "./held";
import { HeldReply } from "./held-reply";

const SENT = Date.parse("2026-03-02T02:32:00Z");
const at = (seconds: number) => new Date(SENT + seconds * 1000).toISOString();

const waiting = (text = "您好"): Held => ({
  kind: "sending",
  text,
  html: null,
  files: [],
  version: 41,
  saved_at: at(0),
  due_at: at(10),
  to: null,
  fields: {},
});
const draft = (text: string): Held => ({ ...waiting(text), kind: "reply", version: 42, due_at: null });

const ticket = { number: "GD-1", version: 7, type: "technical" } as unknown as Ticket;

/** The server: what it holds, what was asked of it, and what it refuses. */
let held: Held[];
let asked: string[];
let refuses: Record<string, { status: number; code: string; title: string }>;

async function serve(request: Request): Promise<Response> {
  const what = `${request.method} ${new URL(request.url).pathname.replace("/api/v1/tickets/GD-1", "")}`;
  if (what === "GET /drafts") return Response.json(held);
  if (what === "GET ") return Response.json({ ...ticket, timeline: [], older: null });
  if (request.method === "GET") return Response.json({}, { status: 404 });
  asked.push(what);
  const refused = refuses[what];
  if (refused) return Response.json({ ...refused, remedy: "" }, { status: refused.status });
  if (request.method === "DELETE") {
    const [last] = held;
    held = last ? [draft(last.text)] : [];
    return Response.json(held[0]);
  }
  if (what === "POST /sending") {
    const { text } = (await request.json()) as { text: string };
    held = [
      { ...waiting(text), saved_at: new Date().toISOString(), due_at: new Date(Date.now() + 10_000).toISOString() },
    ];
    return Response.json(held[0], { status: 201 });
  }
  held = [];
  return Response.json({ version: 8 });
}

const client = () => {
  const made = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  made.setQueryData(sessionQuery.queryKey, { person_id: 3, name: "林晓", zone: "Asia/Shanghai" } as Me);
  made.setQueryData(ticketQuery("GD-1").queryKey, ticket);
  return made;
};

const back = vi.fn();
const warning = vi.fn();
const RETURNED = "回复没有发出，已放回草稿。原因见上方记录和通知。";

function Host({ shown = ticket }: { shown?: Ticket }) {
  const hold = useHold("GD-1");
  return (
    <>
      <button type="button" onClick={() => hold.mutate({ body: { text: "第二条", wait_s: 10 } as never, version: 7 })}>
        send
      </button>
      <HeldReply ticket={shown} onBack={back} />
    </>
  );
}

const within = (queries: QueryClient, shown?: Ticket) => (
  <QueryClientProvider client={queries}>
    <Host shown={shown} />
  </QueryClientProvider>
);

async function open(queries = client()) {
  const page = render(within(queries));
  await settle();
  return { page, queries };
}

const settle = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));
const shown = () => screen.queryByRole("article", { name: "等待发出" });

async function press(name: string | RegExp) {
  fireEvent.click(screen.getByRole("button", { name }));
  await settle(50);
}

beforeEach(() => {
  vi.useFakeTimers({ now: SENT });
  Element.prototype.scrollIntoView = () => undefined;
  [held, asked, refuses] = [[waiting()], [], {}];
  for (const each of [back, warning]) each.mockClear();
  giveVoice({ message: { warning } } as unknown as Voice);
  vi.stubGlobal("fetch", serve);
});
afterEach(() => {
  giveVoice(null);
  vi.useRealTimers();
});

describe("the count", () => {
  test.each([
    [0, 10],
    [0.1, 10],
    [9.001, 1],
    [10, 0],
    [99, 0],
    [-5, 10],
  ])("after %d s there are %d left, never more than the wait", (passed, left) => {
    expect(secondsLeft(waiting(), SENT + passed * 1000)).toBe(left);
  });

  test("goes down and says when it is going", async () => {
    await open();
    expect(shown()?.textContent).toContain("10 秒后发出");
    await settle(3_000);
    expect(shown()?.textContent).toContain("7 秒后发出");
    await settle(7_000);
    expect(shown()?.textContent).toContain("正在发出…");
  });
});

describe("taken back", () => {
  test("it is a draft again, and its author writes on", async () => {
    await open();
    await press(/^撤\s?回$/);
    expect(asked).toEqual(["DELETE /sending"]);
    expect(shown()).toBeNull();
    expect(back).toHaveBeenCalledOnce();
    expect(warning).not.toHaveBeenCalled();
  });

  test("what was filled in with it comes along", async () => {
    held = [{ ...waiting(), to: "resolved", fields: { cause: "证书过期" } }];
    await open();
    await press(/^撤\s?回$/);
    expect(back).toHaveBeenCalledWith(expect.objectContaining({ fields: { cause: "证书过期" } }));
  });

  test("too late: it says so, and shows what became of it", async () => {
    await open();
    refuses["DELETE /sending"] = { status: 409, code: "ticket.nothing_held", title: "已经发出" };
    held = [];
    await press(/^撤\s?回$/);
    expect(shown()).toBeNull();
    expect(back).not.toHaveBeenCalled();
  });

  test("refused while it waits, it stays, with the reason", async () => {
    await open();
    refuses["DELETE /sending"] = { status: 503, code: "database.away", title: "暂时不可用" };
    await press(/^撤\s?回$/);
    expect(shown()?.textContent).toContain("暂时不可用");
    refuses = {};
    await press(/^撤\s?回$/);
    expect(back).toHaveBeenCalledOnce();
  });
});

describe("sent meanwhile", () => {
  test("by the clock: it goes without a word", async () => {
    await open();
    await settle(9_000);
    held = [];
    await settle(3_000);
    expect(shown()).toBeNull();
    expect(warning).not.toHaveBeenCalled();
  });

  test("at once, by its author", async () => {
    await open();
    await press("立即发出");
    expect(asked).toEqual(["POST /sending/now"]);
    expect(shown()).toBeNull();
  });

  test("another one goes after the one that waits", async () => {
    await open();
    await press("send");
    expect(asked).toEqual(["POST /sending/now", "POST /sending"]);
    expect(shown()?.textContent).toContain("第二条");
  });

  test("the first one is refused: the second is not sent before its author has seen that", async () => {
    await open();
    refuses["POST /sending/now"] = { status: 412, code: "ticket.changed", title: "有新消息" };
    await press("send");
    expect(asked).toEqual(["POST /sending/now"]);
  });
});

test("refused when it is due, it is a draft again and the page says so", async () => {
  await open();
  await settle(10_000);
  held = [draft("您好\n\n又写了一句")];
  await settle(2_500);
  expect(shown()).toBeNull();
  expect(warning).toHaveBeenCalledExactlyOnceWith(RETURNED);
});

test("after a reload in between it still counts, and is taken back", async () => {
  const first = await open();
  await settle(4_000);
  first.page.unmount();
  await open(client());
  expect(shown()?.textContent).toContain("6 秒后发出");
  await press(/^撤\s?回$/);
  expect(back).toHaveBeenCalledOnce();
});

test("what happened to the ticket is looked at once it is told", async () => {
  const { page, queries } = await open();
  held = [];
  page.rerender(within(queries, { ...ticket, version: 8 } as Ticket));
  await settle(50);
  expect(shown()).toBeNull();
});
