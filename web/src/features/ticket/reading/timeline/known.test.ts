import { expect, test } from "vitest";
import type { Entry } from "@/features/ticket/queries";
import {
  isWhole,
  type Known,
  keysOf,
  missingBefore,
  missingIn,
  NOTHING,
  type Page,
  withAround,
  withBetween,
  withEntry,
  withNewest,
  withOlder,
  withRun,
} from "./known";

const entry = (seq: number, folded = 0) => ({ key: `e${seq}`, place: seq, seq, folded, at: "" }) as Entry;
const heard = (id: number, place: number, at = "") => ({ key: `m${id}`, place, seq: null, folded: 0, at }) as Entry;
const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => entry(from + at));
const page = (entries: Entry[], older: string | null, newer: string | null = null): Page => ({
  entries,
  older,
  newer,
  people: [],
});
const keys = ({ entries }: Known) => entries.map(({ key }) => key);
const begun = withNewest(NOTHING, span(50, 60), "e50");

test("earlier pages come before, and the last of them ends it", () => {
  const more = withOlder(begun, page(span(40, 49), "e40", "e49"));
  expect([keys(more)[0], more.older]).toEqual(["e40", "e40"]);
  const all = withOlder(more, page(span(1, 39), null, "e39"));
  expect(keys(all)).toHaveLength(60);
  expect(isWhole(all)).toBe(true);
});

test("what happens meanwhile comes after, and what was read stays", () => {
  const more = withNewest(withOlder(begun, page(span(40, 49), "e40")), span(53, 63), "e53");
  expect([keys(more).length, more.older, more.holes.size]).toEqual([24, "e40", 0]);
});

test("after a long absence what is missing between is told and read", () => {
  const back = withNewest(begun, span(80, 90), "e80");
  expect([...back.holes]).toEqual(["e60"]);
  const closer = withBetween(back, "e60", page(span(61, 70), "e61", "e70"));
  expect([...closer.holes]).toEqual(["e70"]);
  const closed = withBetween(closer, "e70", page(span(71, 80), "e71", "e80"));
  expect([closed.holes.size, keys(closed).length]).toEqual([0, 41]);
});

test("new entries that only fold the run before them leave no hole", () => {
  const back = withNewest(begun, [entry(70, 9), ...span(71, 80)], "e70");
  expect(back.holes.size).toBe(0);
  expect(missingIn(back)).toEqual(new Map([["e70", 9]]));
});

test("an entry far back is an island until what lies between is read", () => {
  const there = withAround(begun, page(span(10, 20), "e10", "e20"));
  expect([[...there.holes], there.older, keys(there)[0]]).toEqual([["e20"], "e10", "e10"]);
  const near = withAround(begun, page(span(45, 52), "e45", "e52"));
  expect([near.holes.size, near.older]).toEqual([0, "e45"]);
});

test("a message that was said elsewhere stands after its event", () => {
  const all = withOlder(begun, page([...span(40, 49), heard(7, 45, "b"), heard(8, 45, "a")], null));
  expect(keys(all).slice(5, 8)).toEqual(["e45", "m8", "m7"]);
});

test("of a folded run the number that is left is shown, however it was read", () => {
  const known = withNewest(NOTHING, [entry(1), entry(700, 698), ...span(701, 705)], null);
  const folded = known.entries[1] as Entry;
  expect(missingBefore(known, folded)).toBe(698);
  const some = withRun(known, folded, span(500, 699));
  expect(missingIn(some)).toEqual(new Map([["e500", 498]]));
  const again = withNewest(some, [entry(1), entry(700, 698), ...span(701, 706)], null);
  expect(missingIn(again)).toEqual(new Map([["e500", 498]]));
  const whole = withRun(again, again.entries[1] as Entry, span(2, 499));
  expect([missingIn(whole).size, isWhole(whole)]).toEqual([0, true]);
});

test("an entry that is shown otherwise now takes its place in each filter that has it, and nothing else moves", () => {
  const said = (seq: number, text: string) => ({ ...entry(seq, 3), message: { id: seq * 10, text } }) as Entry;
  const old = { ...begun, entries: [said(40, "a"), said(41, "b"), ...begun.entries], older: "e40" };
  const byFilter = { all: old, messages: { ...NOTHING, entries: [said(41, "b")] }, notes: null, events: begun };
  expect([...keysOf(byFilter, [410, 999])]).toEqual(["e41"]);
  const after = withEntry(byFilter, { ...said(41, "redacted"), folded: 0 });
  expect(after.all?.entries.slice(0, 2).map(({ message, folded }) => [message?.text, folded])).toEqual([
    ["a", 3],
    ["redacted", 3],
  ]);
  expect(keys(after.all as Known)).toEqual(keys(old));
  expect(after.messages?.entries[0]?.message?.text).toBe("redacted");
  expect([after.notes, after.events]).toEqual([null, begun]);
});
