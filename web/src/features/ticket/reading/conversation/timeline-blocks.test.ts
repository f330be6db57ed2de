import { expect, test } from "vitest";
import type { Entry, Message } from "@/features/ticket/queries";
import { blocksOf, type Filter, FOLD_BEYOND, foldedCount, isShown } from "./timeline-blocks";

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
  is_elsewhere: false,
  unverified: false,
  origin: null,
  version: 1,
});
const entry = (seq: number, audience?: string): Entry => ({
  key: `e${seq}`,
  place: seq,
  folded: 0,
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
const shape = (filter: Filter) =>
  blocksOf(timeline.filter((each) => isShown(each, filter))).map((block) => {
    if (block.kind === "hole") return block.after;
    return block.kind === "events" ? block.entries.map((each) => each.seq) : block.entry.seq;
  });

test("messages stand alone, neighbouring events stand together", () => {
  expect(shape("all")).toEqual([[1, 2], 3, [4], 5, 6]);
});

test("notes are no messages", () => {
  expect(shape("messages")).toEqual([3, 6]);
  expect(shape("notes")).toEqual([5]);
});

test("a message without a word or a file is not shown", () => {
  const silent = { ...entry(2, "customer"), message: message("customer", "") };
  expect(isShown(silent, "all")).toBe(false);
});

test("events alone form one run", () => {
  expect(shape("events")).toEqual([[1, 2, 4]]);
});

test("a short run does not fold, a long one shows its last line", () => {
  const run = (length: number) => Array.from({ length }, (_, at) => entry(at));
  expect(foldedCount(run(FOLD_BEYOND), "all")).toBe(0);
  expect(foldedCount(run(FOLD_BEYOND + 1), "all")).toBe(FOLD_BEYOND);
});

test("events that were not read yet count among the folded", () => {
  expect(foldedCount([entry(9)], "all", 7)).toBe(0);
  expect(foldedCount([entry(8), entry(9)], "all", 7)).toBe(1);
});

test("where others were not read a run ends", () => {
  const kinds = blocksOf([entry(1), entry(2), entry(9)], new Set(["e2"])).map(({ kind }) => kind);
  expect(kinds).toEqual(["events", "hole", "events"]);
});

test("nothing folds of the events that were asked for", () => {
  const run = Array.from({ length: FOLD_BEYOND + 1 }, (_, at) => entry(at));
  expect(foldedCount(run, "events")).toBe(0);
});

test("a reopening stands alone; a move from one open status to another does not", () => {
  const move = (seq: number, before_phase: string) => ({ ...entry(seq), data: { before_phase, after_phase: "open" } });
  const blocks = blocksOf([entry(1), move(2, "resolved"), move(3, "waiting_customer"), entry(4)]);
  expect(blocks.map(({ kind }) => kind)).toEqual(["events", "reopening", "events"]);
});
