import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { App } from "antd";
import { useState } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Me, sessionQuery } from "@/lib/session";
import { Composer } from "./composer";
import type { WritingMode } from "./drafts";
import type { Ticket } from "./queries";
import { useWriting } from "./writing";

const ticket = {
  number: "GD-1",
  version: 7,
  channel: "mail",
  addressee: { to: "wang@kunde.example", cc: ["li@kunde.example"] },
  requester: { id: 9, name: "王小明" },
  allowed: { "ticket.reply": true, "ticket.note": true },
} as unknown as Ticket;

const SEEN = { before: 7, version: () => 7, mark: () => undefined };

function Host({ ticket }: { ticket: Ticket }) {
  const [mode, setMode] = useState<WritingMode>("reply");
  const writings = { reply: useWriting(ticket, SEEN, "reply"), note: useWriting(ticket, SEEN, "note") };
  return <Composer ticket={ticket} writings={writings} mode={mode} onMode={setMode} onWriting={() => undefined} />;
}

function show(shown = ticket) {
  const client = new QueryClient();
  client.setQueryData(sessionQuery.queryKey, { person_id: 3, name: "林晓", zone: "Asia/Shanghai" } as Me);
  return render(
    <QueryClientProvider client={client}>
      <App component={false}>
        <Host ticket={shown} />
      </App>
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
  expect(screen.getByText("你写的时候有新消息到达，请先看一看。")).toBeTruthy();
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
