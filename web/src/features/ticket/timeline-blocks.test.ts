import { expect, test } from "vitest";
import type { Entry, Message } from "./queries";
import { blocksOf, FOLD_BEYOND, foldedCount } from "./timeline-blocks";

const message = (audience: string, text = "Hello"): Message => ({
  id: 1,
  conversation_id: 1,
  channel: "mail",
  party: null,
  audience,
  author: "agent",
  text,
  html: null,
  quoted: null,
  files: [],
  delivery: null,
  redacted: false,
  unverified: false,
  origin: null,
});
const entry = (seq: number, audience?: string): Entry => ({
  seq,
  kind: audience ? "ticket.message_added" : "ticket.moved",
  at: "2026-11-22T06:00:00Z",
  actor: "staff",
  person: null,
  via: "web",
  rule: null,
  cause: null,
  data: {},
  message: audience ? message(audience) : null,
  text: "",
  why: null,
  notice: null,
});

const timeline = [entry(1), entry(2), entry(3, "customer"), entry(4), entry(5, "internal"), entry(6, "customer")];
const shape = (filter: Parameters<typeof blocksOf>[1]) =>
  blocksOf(timeline, filter).map((block) =>
    block.kind === "events" ? block.entries.map((each) => each.seq) : block.entry.seq,
  );

test("messages stand alone, neighbouring events stand together", () => {
  expect(shape("all")).toEqual([[1, 2], 3, [4], 5, 6]);
});

test("notes are no messages", () => {
  expect(shape("messages")).toEqual([3, 6]);
  expect(shape("notes")).toEqual([5]);
});

test("a message without a word or a file is not shown", () => {
  const silent = { ...entry(2, "customer"), message: message("customer", "") };
  expect(blocksOf([entry(1), silent, entry(3)], "all")).toHaveLength(1);
});

test("events alone form one run", () => {
  expect(shape("events")).toEqual([[1, 2, 4]]);
});

test("a short run does not fold, a long one shows its last line", () => {
  const run = (length: number) => Array.from({ length }, (_, at) => entry(at));
  expect(foldedCount(run(FOLD_BEYOND))).toBe(0);
  expect(foldedCount(run(FOLD_BEYOND + 1))).toBe(FOLD_BEYOND);
});
