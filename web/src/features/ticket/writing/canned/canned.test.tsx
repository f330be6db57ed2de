import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Ticket } from "@/features/ticket/queries";
import { type Me, sessionQuery } from "@/lib/session";
import { Composer } from "../composer/composer";
import { useDraft } from "../composer/drafts";
import { useWriting } from "../composer/writing";

// The text box does all of this too, and stays: the editor does not arrive.
vi.mock("../rich/rich-words", () => new Promise(() => undefined));

const ticket = {
  number: "GD-1",
  title: "[故障报修] 打印机卡纸",
  version: 7,
  addressee: null,
  requester: { id: 9, name: "王小明" },
  timeline: [],
  type: "technical",
  status: "in_progress",
  moves: [],
  resolving: [],
  fields: {},
  allowed: { "ticket.reply": true },
} as unknown as Ticket;

function Host() {
  const [reply, note] = [useDraft("GD-1", "reply"), useDraft("GD-1", "note")];
  const seen = { before: 7, version: 7, mark: () => undefined };
  const writings = { reply: useWriting(ticket, seen, reply, "reply"), note: useWriting(ticket, seen, note, "note") };
  const no = () => undefined;
  const props = { ticket, writings, asked: 0, onWrite: no, onWriting: no, onLeave: no, onSent: no, onAsk: no };
  return <Composer mode="reply" {...props} />;
}

const box = () => screen.getByRole("textbox", { name: "公开回复" }) as HTMLTextAreaElement;

function show() {
  const client = new QueryClient();
  client.setQueryData(sessionQuery.queryKey, { person_id: 3, name: "林晓", zone: "Asia/Shanghai" } as Me);
  render(
    <QueryClientProvider client={client}>
      <Host />
    </QueryClientProvider>,
  );
  fireEvent.focus(box());
}

const CANNED = {
  replies: [
    { key: "r1", name: { "zh-CN": "问候" }, text: { "zh-CN": "{客户称呼}，您好。" }, keyword: "wh" },
    { key: "r2", name: { "zh-CN": "进展" }, text: { "zh-CN": "{问题简述}：{具体进展}" }, keyword: "jz" },
  ],
  variables: [
    { key: "salutation", name: { "zh-CN": "客户称呼", en: "salutation" } },
    { key: "brief", name: { "zh-CN": "问题简述", en: "brief" } },
    { key: "progress", name: { "zh-CN": "具体进展", en: "progress" } },
  ],
};

const sent: Request[] = [];

beforeEach(() => {
  localStorage.clear();
  sent.length = 0;
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.url.endsWith("/canned-replies")) return Response.json(CANNED);
    if (request.method === "GET") return Response.json({}, { status: 404 });
    sent.push(request.clone());
    return Response.json({ number: "GD-1", version: 8 }, { status: 201 });
  });
});

/** Typed at the end, as a browser tells of it. */
const type = async (text: string) => {
  const field = box();
  fireEvent.change(field, { target: { value: text } });
  field.setSelectionRange(text.length, text.length);
  fireEvent.select(field);
  return field;
};

test("are found by a stroke and their keyword, and stand where it stood, with what is known", async () => {
  show();
  const field = await type("/wh");
  await screen.findByRole("option", { name: /问候/ });
  fireEvent.keyDown(field, { key: "Enter" });
  expect(field.value).toBe("尊敬的王小明，您好。");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(sent).toHaveLength(0);
});

test("go out at once with Ctrl+Enter", async () => {
  show();
  const field = await type("/wh");
  await screen.findByRole("option", { name: /问候/ });
  fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(sent.at(-1)?.method).toBe("POST"));
  expect(await sent.at(-1)?.json()).toMatchObject({ text: "尊敬的王小明，您好。" });
});

test("ask for what nobody knows, and propose what may be meant", async () => {
  show();
  const field = await type("您好 /jz");
  await screen.findByRole("option", { name: /进展/ });
  fireEvent.keyDown(field, { key: "Enter" });
  expect((screen.getByLabelText("问题简述") as HTMLTextAreaElement).value).toBe("打印机卡纸");
  const insert = screen.getByRole("button", { name: "插 入" }) as HTMLButtonElement;
  expect(insert.disabled).toBe(true);
  fireEvent.change(screen.getByLabelText("具体进展"), { target: { value: "已派人" } });
  fireEvent.keyDown(screen.getByLabelText("具体进展"), { key: "Enter" });
  expect(field.value).toBe("您好 打印机卡纸：已派人");
});

test("leave the words as they are when nobody wants them", async () => {
  show();
  const field = await type("/");
  await screen.findByRole("listbox");
  fireEvent.keyDown(field, { key: "Escape" });
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(field.value).toBe("/");
  await type("/没有这样的");
  expect(screen.queryByRole("listbox")).toBeNull();
});
