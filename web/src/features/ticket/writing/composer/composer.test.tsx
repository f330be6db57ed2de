import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Ticket } from "@/features/ticket/queries";
import { type Me, sessionQuery } from "@/lib/session";
import { Composer } from "./composer";
import { useDraft, type WritingMode } from "./drafts";
import { movesBySending } from "./send-button";
import { useWriting } from "./writing";

// The text box does all of this too, and stays: the editor does not arrive.
vi.mock("../rich/rich-words", () => new Promise(() => undefined));

const ticket = {
  number: "GD-1",
  title: "[故障报修] 打印机卡纸",
  version: 7,
  channel: "mail",
  addressee: { to: "wang@kunde.example", cc: ["li@kunde.example"] },
  requester: { id: 9, name: "王小明" },
  timeline: [],
  type: "technical",
  status: "in_progress",
  moves: ["waiting", "resolved", "closed"],
  resolving: [],
  fields: {},
  allowed: { "ticket.reply": true, "ticket.note": true },
} as unknown as Ticket;

function Host({ ticket }: { ticket: Ticket }) {
  const [mode, setMode] = useState<WritingMode>("reply");
  const [reply, note] = [useDraft(ticket.number, "reply"), useDraft(ticket.number, "note")];
  const [seen, mark] = useState(7);
  const before = { before: 7, version: seen, mark };
  const writings = {
    reply: useWriting(ticket, before, reply, "reply"),
    note: useWriting(ticket, before, note, "note"),
  };
  const nothing = () => undefined;
  return (
    <Composer
      ticket={ticket}
      writings={writings}
      mode={mode}
      asked={0}
      onWrite={setMode}
      onWriting={nothing}
      onLeave={nothing}
      onSent={nothing}
      onAsk={nothing}
    />
  );
}

/** Somebody is about to write. */
function show(shown = ticket) {
  const page = place(shown);
  fireEvent.focus(box("公开回复"));
  return page;
}

function place(shown = ticket) {
  const client = new QueryClient();
  client.setQueryData(sessionQuery.queryKey, { person_id: 3, name: "林晓", zone: "Asia/Shanghai" } as Me);
  return render(
    <QueryClientProvider client={client}>
      <Host ticket={shown} />
    </QueryClientProvider>,
  );
}

const sent: Request[] = [];
let answer: () => Response | Promise<Response>;

beforeEach(() => {
  localStorage.clear();
  sent.length = 0;
  answer = () => Response.json({ number: "GD-1", version: 8 }, { status: 201 });
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method === "GET") return Response.json({}, { status: 404 });
    sent.push(request.clone());
    return answer();
  });
});

const box = (name: string) => screen.getByRole("textbox", { name });
const write = (name: string, text: string) => fireEvent.change(box(name), { target: { value: text } });

test("what came together as one was taken back stands whole, and says what is to go before it can be sent", () => {
  show();
  const words = `${"长".repeat(100_000)}\n\n再`;
  write("公开回复", words);
  expect((box("公开回复") as HTMLTextAreaElement).value).toBe(words);
  expect(screen.getByText("一次发不完：多出 3 字，请删减或分两次发")).toBeTruthy();
  expect((screen.getByRole("button", { name: "回复 王小明" }) as HTMLButtonElement).disabled).toBe(true);
  write("公开回复", words.slice(0, 100_000));
  expect((screen.getByRole("button", { name: "回复 王小明" }) as HTMLButtonElement).disabled).toBe(false);
});

describe("a reply and a note cannot be confused", () => {
  test("the reply names who receives it", () => {
    show();
    expect(screen.getByText("以邮件发送给 王小明：wang@kunde.example，抄送 li@kunde.example")).toBeTruthy();
    expect(screen.getByRole("button", { name: "回复 王小明" })).toBeTruthy();
  });

  test("a reply that nobody is mailed says so", () => {
    show({ ...ticket, addressee: null });
    expect(screen.getByText("不会发出邮件，王小明 只能在门户中看到")).toBeTruthy();
  });

  test("the note says that the customer will not see it", () => {
    show();
    fireEvent.click(screen.getByRole("tab", { name: "内部备注" }));
    expect(screen.getByText("只有同事可见，客户不会看到")).toBeTruthy();
    expect(screen.getByRole("button", { name: "添加内部备注" })).toBeTruthy();
    expect(screen.getByRole("form", { name: "内部备注" }).dataset.mode).toBe("note");
  });

  test("each keeps its own draft", () => {
    show();
    write("公开回复", "给客户");
    fireEvent.click(screen.getByRole("tab", { name: /内部备注/ }));
    expect((box("内部备注") as HTMLTextAreaElement).value).toBe("");
    write("内部备注", "给同事");
    fireEvent.click(screen.getByRole("tab", { name: /公开回复/ }));
    expect((box("公开回复") as HTMLTextAreaElement).value).toBe("给客户");
  });

  test("a note goes to the notes, a reply to the replies", async () => {
    show();
    fireEvent.click(screen.getByRole("tab", { name: "内部备注" }));
    write("内部备注", "给同事");
    fireEvent.click(screen.getByRole("button", { name: "添加内部备注" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(new URL(sent[0]?.url ?? "").pathname).toBe("/api/v1/tickets/GD-1/notes");
  });
});

const png = new File(["x"], "图.png", { type: "image/png" });
const drop = (name: string) => fireEvent.drop(screen.getByRole("form", { name }), { dataTransfer: { files: [png] } });
const uploaded = () => Response.json({ id: "5", name: "图.png", size: 1, url: "/f", inline: false }, { status: 201 });

describe("files", () => {
  test("of a note stay with the note", async () => {
    answer = uploaded;
    show();
    fireEvent.click(screen.getByRole("tab", { name: "内部备注" }));
    drop("内部备注");
    await waitFor(() => expect(screen.getByText("1 B")).toBeTruthy());
    fireEvent.click(screen.getByRole("tab", { name: "公开回复" }));
    write("公开回复", "您好");
    answer = () => Response.json({ number: "GD-1", version: 8 }, { status: 201 });
    fireEvent.click(screen.getByRole("button", { name: "回复 王小明" }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(await sent[1]?.json()).toEqual({ text: "您好", files: [] });
  });

  test("that could not be uploaded hold the words back", async () => {
    answer = () => Response.json({ code: "x.y", title: "文件过大" }, { status: 413 });
    show();
    write("公开回复", "见附件");
    drop("公开回复");
    expect(await screen.findByText("文件过大")).toBeTruthy();
    const button = screen.getByRole("button", { name: "回复 王小明" });
    expect((button as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "移除 图.png" }));
    expect((button as HTMLButtonElement).disabled).toBe(false);
  });
});

describe("sending", () => {
  test("by Ctrl+Enter, with the version that was seen and a key of its own", async () => {
    show();
    write("公开回复", "您好");
    fireEvent.keyDown(box("公开回复"), { key: "Enter", ctrlKey: true });
    await waitFor(() => expect((box("公开回复") as HTMLTextAreaElement).value).toBe(""));
    expect(sent[0]?.headers.get("If-Match")).toBe('"7"');
    expect(sent[0]?.headers.get("Idempotency-Key")).toMatch(/[0-9a-f]{32}/);
    expect(await sent[0]?.json()).toEqual({ text: "您好", files: [] });
  });

  test("nothing is sent while there is nothing to say", () => {
    show();
    fireEvent.keyDown(box("公开回复"), { key: "Enter", ctrlKey: true });
    expect(sent).toHaveLength(0);
  });

  test("words written while it is on its way stay", async () => {
    let arrive: (response: Response) => void = () => undefined;
    const under = new Promise<Response>((resolve) => {
      arrive = resolve;
    });
    answer = () => under;
    show();
    write("公开回复", "您好");
    fireEvent.keyDown(box("公开回复"), { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(sent).toHaveLength(1));
    write("公开回复", "您好\n还有一点");
    arrive(Response.json({ number: "GD-1", version: 8 }, { status: 201 }));
    await waitFor(() => expect((box("公开回复") as HTMLTextAreaElement).value).toBe("还有一点"));
  });

  test("after a lost answer and a corrected word goes as another wish", async () => {
    answer = () => Promise.reject(new TypeError("network"));
    show();
    write("公开回复", "您好");
    fireEvent.click(screen.getByRole("button", { name: "回复 王小明" }));
    await screen.findByText("连接不到服务器");
    answer = () => Response.json({ number: "GD-1", version: 8 }, { status: 201 });
    write("公开回复", "您好！");
    fireEvent.click(screen.getByRole("button", { name: "回复 王小明" }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.headers.get("Idempotency-Key")).not.toBe(sent[0]?.headers.get("Idempotency-Key"));
  });

  test("a draft outlives the page", () => {
    const page = show();
    write("公开回复", "写到一半");
    page.unmount();
    show();
    expect((box("公开回复") as HTMLTextAreaElement).value).toBe("写到一半");
  });
});

test("a message that arrived meanwhile is shown, nothing is lost, and the same wish may be sent again", async () => {
  answer = () =>
    Response.json(
      { code: "ticket.changed", title: "x", by: ["王小明"], fields: ["messages"], messages: 1, version: 9 },
      { status: 412 },
    );
  show();
  write("公开回复", "您好");
  fireEvent.click(screen.getByRole("button", { name: "回复 王小明" }));
  const again = await screen.findByRole("button", { name: "看过了，仍然发送" });
  expect(screen.getByText("您写的时候有新消息到达，请先看一看。")).toBeTruthy();
  expect((box("公开回复") as HTMLTextAreaElement).value).toBe("您好");

  answer = () => Response.json({ number: "GD-1", version: 10 }, { status: 201 });
  fireEvent.click(again);
  await waitFor(() => expect((box("公开回复") as HTMLTextAreaElement).value).toBe(""));
  expect(sent[1]?.headers.get("If-Match")).toBe('"9"');
  expect(sent[1]?.headers.get("Idempotency-Key")).toBe(sent[0]?.headers.get("Idempotency-Key"));
});

test("a refusal says why and what to do, and keeps the words", async () => {
  answer = () => Response.json({ code: "x.y", title: "邮箱已停用", remedy: "请联系管理员。" }, { status: 409 });
  show();
  write("公开回复", "您好");
  fireEvent.click(screen.getByRole("button", { name: "回复 王小明" }));
  expect(await screen.findByText("邮箱已停用")).toBeTruthy();
  expect(screen.getByText("请联系管理员。")).toBeTruthy();
  expect((box("公开回复") as HTMLTextAreaElement).value).toBe("您好");
});

test("it is one line until somebody writes", () => {
  place();
  expect(screen.queryByRole("button", { name: "回复 王小明" })).toBeNull();
  fireEvent.focus(box("公开回复"));
  expect(screen.getByRole("button", { name: "回复 王小明" })).toBeTruthy();
});

const said = (seq: number, text: string, audience = "customer", person = { id: 9, name: "王小明" }) => ({
  seq,
  at: "2026-11-27T06:00:00Z",
  person,
  message: { id: seq, audience, author: "customer", text },
});
const heard = (...timeline: object[]) => ({ ...ticket, version: 9, timeline }) as unknown as Ticket;

describe("what came while somebody writes", () => {
  test("is to be acknowledged before their reply goes", async () => {
    show(heard(said(6, "早就看过"), said(8, "我在东京\n第二行"), said(9, "还有一句")));
    expect(screen.queryByRole("alert")).toBeNull();
    write("公开回复", "您好");
    expect(screen.getByRole("alert").textContent).toContain("王小明");
    expect(screen.getByRole("alert").textContent).toContain("我在东京");
    expect(screen.getByRole("alert").textContent).toContain("另有 1 条");
    fireEvent.keyDown(box("公开回复"), { key: "Enter", ctrlKey: true });
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "看过了" }));
    expect(sent).toHaveLength(0);

    fireEvent.click(screen.getByRole("button", { name: "看过了" }));
    expect(screen.queryByRole("alert")).toBeNull();
    fireEvent.keyDown(box("公开回复"), { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.headers.get("If-Match")).toBe('"9"');
  });

  test("needs none where it is a note, or one's own", () => {
    show(heard(said(8, "内部", "internal"), said(9, "自己写的", "customer", { id: 3, name: "林晓" })));
    write("公开回复", "您好");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("does not hold back a note", async () => {
    show(heard(said(9, "我在东京")));
    fireEvent.click(screen.getByRole("tab", { name: /内部备注/ }));
    write("内部备注", "给同事");
    fireEvent.click(screen.getByRole("button", { name: "添加内部备注" }));
    await waitFor(() => expect(sent).toHaveLength(1));
  });
});

test("what waits for the customer and what solves it come first; closing is no matter of sending", () => {
  const phases: Record<string, string> = { vendor: "waiting_internal", done: "resolved", ask: "waiting_customer" };
  const moves = ["vendor", "done", "shut", "ask", "open"];
  expect(movesBySending({ moves, status: "open" }, (key) => phases[key] ?? "closed")).toEqual([
    "ask",
    "done",
    "vendor",
  ]);
});

describe("nobody sends in vain without a word", () => {
  const sendKey = (name: string) => fireEvent.keyDown(box(name), { key: "Enter", ctrlKey: true });

  test("what is blank says that something is to be written", async () => {
    show();
    sendKey("公开回复");
    expect(await screen.findByText("先写几句再发送")).toBeTruthy();
    write("公开回复", "好");
    await waitFor(() => expect(screen.queryByText("先写几句再发送")).toBeNull());
  });

  test("what is asked twice is sent once", async () => {
    let free: (response: Response) => void = () => undefined;
    answer = () => new Promise((resolve) => (free = resolve));
    show();
    write("公开回复", "您好");
    sendKey("公开回复");
    sendKey("公开回复");
    await waitFor(() => expect(sent.filter(({ method }) => method === "POST").length).toBe(1));
    free(Response.json({ number: "GD-1", version: 8 }, { status: 201 }));
    await waitFor(() => expect((box("公开回复") as HTMLTextAreaElement).value).toBe(""));
    expect(sent.filter(({ method }) => method === "POST").length).toBe(1);
  });

  test("what was written on meanwhile goes when the first has gone", async () => {
    let free: (response: Response) => void = () => undefined;
    answer = () => new Promise((resolve) => (free = resolve));
    show();
    write("公开回复", "您好");
    sendKey("公开回复");
    await waitFor(() => expect(sent.filter(({ method }) => method === "POST").length).toBe(1));
    write("公开回复", "您好，还有一事");
    sendKey("公开回复");
    answer = () => Response.json({ number: "GD-1", version: 9 }, { status: 201 });
    free(Response.json({ number: "GD-1", version: 8 }, { status: 201 }));
    await waitFor(() => expect(sent.filter(({ method }) => method === "POST").length).toBe(2));
    const bodies = await Promise.all(sent.filter(({ method }) => method === "POST").map((each) => each.json()));
    expect(bodies.map(({ text }) => text)).toEqual(["您好", "，还有一事"]);
  });
});
