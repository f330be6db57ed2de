import { describe, expect, test } from "vitest";
import type { ListChange, TicketEvent } from "@/lib/realtime/events";
import { applyTicket, mark, markOwn, marks, type Pages, unmark, withHead } from "./live";
import { compare, conditionOf, type Order, type TicketRow, type ViewInfo, whereOf } from "./slice";

/** A small generator with a seed: the same worlds in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22) + minutes * 60_000).toISOString();

function makeRow(number: number, version: number, next: (below: number) => number): TicketRow {
  const phase = (["new", "open", "waiting_customer", "resolved"] as const)[next(4)] ?? "open";
  const person = next(3);
  return {
    number: `GD-${String(number).padStart(4, "0")}`,
    title: "t",
    type: "tech",
    category: null,
    priority: `P${next(4)}`,
    status: phase,
    phase,
    team: ["tech", "care", null][next(3)] ?? null,
    assignee: person > 0 ? { id: person, name: `p${person}` } : null,
    requester: { id: 9, name: "c" },
    tier: "",
    channel: "mail",
    tags: [],
    fields: {},
    place: { by: next(5) > 0 ? next(40) : null, id: number },
    escalation: null,
    next_due_at: next(4) > 0 ? at(next(500)) : null,
    next_due_metric: null,
    risk_at: next(4) > 0 ? at(next(500)) : null,
    breached: false,
    paused: false,
    last_word: null,
    held_at: null,
    customer_waiting_at: null,
    created_at: at(number),
    updated_at: at(next(500)),
    version,
  };
}

interface World {
  order: Order;
  rows: Map<string, TicketRow>;
}

/** What the server would answer for the first `count` rows. */
function snapshot({ rows, order }: World, count: number): Pages {
  const all = [...rows.values()].sort(compare(order));
  const size = 10;
  const pages = [];
  for (let from = 0; from === 0 || (from < all.length && from < count); from += size) {
    const after = from + size < all.length ? String(from + size) : null;
    pages.push({ rows: all.slice(from, from + size), after, sort: "due", order });
  }
  return { pages, pageParams: pages.map(() => null) };
}

const numbers = (pages: Pages) => pages.pages.flatMap((page) => page.rows).map((row) => `${row.number}@${row.version}`);

const eventOf = (row: TicketRow, gone = false): TicketEvent => ({
  type: "ticket",
  number: row.number,
  version: row.version,
  kinds: [],
  row: gone ? null : row,
  gone,
  lists: {},
});

/** As the server tells it: the row that goes to everybody has no place, that stands beside what happened. */
const told = (row: TicketRow, change: ListChange["change"]): ListChange => ({
  change,
  place: change === "leave" ? null : row.place,
  fields: row.fields,
});

describe("snapshot + event = fresh snapshot", () => {
  test.each(["asc", "desc"] as const)("%s", (order) => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const next = random(seed * 7919);
      const world: World = { order, rows: new Map() };
      for (let number = 0; number < 60; number += 1) {
        const row = makeRow(number, 1, next);
        world.rows.set(row.number, row);
      }
      let pages = snapshot(world, 20);
      for (let step = 2; step < 30; step += 1) {
        const row = makeRow(next(70), step, next);
        const what = (["gone", "leave", "enter", "enter", "move", "nothing"] as const)[next(6)] ?? "enter";
        if (what === "gone" || what === "leave") world.rows.delete(row.number);
        else if (what === "enter" || what === "move") world.rows.set(row.number, row);
        const bare = { ...row, place: null, fields: {} };
        const change = what === "gone" || what === "nothing" ? undefined : told(row, what);
        pages = applyTicket(pages, eventOf(bare, what === "gone"), change).pages;
        const shown = numbers(pages);
        const isWhole = pages.pages.at(-1)?.after === null;
        const fresh = numbers(snapshot(world, 1000));
        expect(shown).toEqual(isWhole ? fresh : fresh.slice(0, shown.length));
      }
    }
  });
});

describe("the first page, read anew", () => {
  const page = (rows: TicketRow[]) => ({
    rows: rows.slice(0, 10),
    after: rows.length > 10 ? "next" : null,
    sort: "due",
    order: "desc" as const,
  });

  test("joins what was loaded before without a gap, whatever moved", () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const next = random(seed * 104_729);
      const order = compare("desc");
      const all = Array.from({ length: 40 }, (_, number) => makeRow(number, 1, next)).sort(order);
      const second = { ...page(all), rows: all.slice(10, 20), after: "20" };
      const pages: Pages = { pages: [page(all), second], pageParams: [null, "10"] };
      const moved = all.map((row) =>
        next(10) === 0 ? { ...row, version: 2, place: { by: 1000 + next(50), id: row.place?.id ?? 0 } } : row,
      );
      moved.sort(order);
      const shown = withHead(pages, page(moved)).pages.flatMap(({ rows }) => rows);
      expect(shown).toEqual(moved.slice(0, shown.length));
      expect(shown.length).toBeGreaterThanOrEqual(20);
    }
  });

  test("is all there is when nothing follows", () => {
    const head = page([makeRow(1, 1, random(1))]);
    const pages: Pages = { pages: [page([])], pageParams: [null] };
    expect(withHead(pages, head).pages).toEqual([head]);
  });
});

describe("a list does as it is told", () => {
  const row = makeRow(1, 5, random(3));
  const pages: Pages = { pages: [{ rows: [row], after: null, sort: "due", order: "asc" }], pageParams: [null] };

  test("what the server cannot tell is read again", () => {
    const newer = { ...row, version: 6 };
    expect(applyTicket(pages, eventOf(newer), { change: "ask", place: null, fields: {} }).isUnsure).toBe(true);
    expect(applyTicket(pages, { ...eventOf(newer), row: null }, told(newer, "patch")).isUnsure).toBe(true);
  });

  test("an event that is older than the row changes nothing", () => {
    const old = { ...row, version: 4, title: "old" };
    expect(applyTicket(pages, eventOf(old), told(old, "patch")).pages).toBe(pages);
    expect(applyTicket(pages, eventOf(old), told(old, "leave")).pages).toBe(pages);
  });

  test("a row brings the fields that the list shows", () => {
    const change: ListChange = { change: "patch", place: row.place, fields: { "fields.amount": 3 } };
    const applied = applyTicket(pages, eventOf({ ...row, version: 6 }), change);
    expect(applied.pages.pages[0]?.rows[0]?.fields).toEqual({ "fields.amount": 3 });
  });

  test("what concerns no list changes none", () => {
    expect(applyTicket(pages, eventOf({ ...row, version: 6 }), undefined)).toEqual({ pages, isUnsure: false });
  });
});

test("what is shown becomes the condition of a view", () => {
  const held = { field: "phase", op: "is", value: "open" } as unknown as ViewInfo["condition"];
  const urgent = { field: "priority", op: "is_any", value: ["P0"] };
  expect(conditionOf(held, {})).toEqual(held);
  expect(conditionOf(held, { priority: ["P0"] })).toEqual({ all: [held, urgent] });
  const both = { all: [held, held] } as unknown as ViewInfo["condition"];
  expect(conditionOf(both, { priority: ["P0"] })).toEqual({ all: [held, held, urgent] });
});

test("filters become one condition of the server's language", () => {
  expect(whereOf({})).toBeUndefined();
  expect(JSON.parse(whereOf({ priority: ["P0"], assignee: "none", category: "fault" }) ?? "")).toEqual({
    all: [
      { field: "priority", op: "is_any", value: ["P0"] },
      { field: "category", op: "under", value: "fault" },
      { field: "assignee", op: "is_empty" },
    ],
  });
});

test("a change is marked until its ticket is opened; one's own never is, whichever is heard first", () => {
  mark("GD-1", 2);
  expect(marks.get()).toEqual({ "GD-1": 2 });
  unmark("GD-1");
  markOwn("GD-2", 5);
  mark("GD-2", 5);
  mark("GD-3", 7);
  markOwn("GD-3", 7);
  expect(marks.get()).toEqual({});
  mark("GD-2", 6);
  expect(marks.get()).toEqual({ "GD-2": 6 });
  unmark("GD-2");
});
