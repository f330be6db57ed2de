import { describe, expect, test } from "vitest";
import type { TicketEvent } from "@/lib/realtime/events";
import { applyTicket, mark, markOwn, marks, type Pages, type Ranking, unmark, withHead } from "./live";
import { belongs, compare, NATURAL, type Slice, SORTS, type TicketRow, whereOf } from "./slice";

const reader: Ranking = {
  me: { person_id: 1, teams: ["tech"] },
  now: new Date(Date.UTC(2026, 10, 22, 3)),
  rank: (key) => Number(key.slice(1)),
};

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
    place: null,
    escalation: null,
    next_due_at: next(4) > 0 ? at(next(500)) : null,
    next_due_metric: null,
    risk_at: next(4) > 0 ? at(next(500)) : null,
    breached: false,
    held_at: null,
    customer_waiting_at: null,
    created_at: at(number),
    updated_at: at(next(500)),
    version,
  };
}

/** What the server would answer for the first `count` rows. */
function snapshot(world: Map<string, TicketRow>, slice: Slice, count: number): Pages {
  const rows = [...world.values()].filter((row) => belongs(row, slice, reader)).sort(compare(slice, reader.rank));
  const size = 10;
  const pages = [];
  for (let from = 0; from === 0 || (from < rows.length && from < count); from += size) {
    pages.push({ rows: rows.slice(from, from + size), after: from + size < rows.length ? String(from + size) : null });
  }
  return { pages, pageParams: pages.map(() => null) };
}

const numbers = (pages: Pages) => pages.pages.flatMap((page) => page.rows).map((row) => `${row.number}@${row.version}`);

describe("snapshot + event = fresh snapshot", () => {
  const views = ["mine", "unassigned", "team", "at_risk", "waiting", "all_open", "resolved"] as const;
  const slices = views.flatMap((view) => SORTS.map((sort): Slice => ({ view, sort, order: NATURAL[sort] })));
  test.each(slices)("$view by $sort", (slice) => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const next = random(seed * 7919);
      const world = new Map<string, TicketRow>();
      for (let number = 0; number < 60; number += 1) {
        const row = makeRow(number, 1, next);
        world.set(row.number, row);
      }
      let pages = snapshot(world, slice, 20);
      for (let step = 2; step < 30; step += 1) {
        const row = makeRow(next(70), step, next);
        const gone = next(12) === 0;
        if (gone) world.delete(row.number);
        else world.set(row.number, row);
        const event: TicketEvent = {
          type: "ticket",
          number: row.number,
          version: step,
          kinds: [],
          row: gone ? null : row,
          gone,
        };
        pages = applyTicket(pages, event, slice, reader).pages;
        const shown = numbers(pages);
        const isWhole = pages.pages.at(-1)?.after === null;
        const fresh = numbers(snapshot(world, slice, 1000));
        expect(shown).toEqual(isWhole ? fresh : fresh.slice(0, shown.length));
      }
    }
  });
});

describe("the first page, read anew", () => {
  const slice: Slice = { view: "watching", sort: "updated", order: "desc" };
  const order = compare(slice, reader.rank);

  test("joins what was loaded before without a gap, whatever moved", () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const next = random(seed * 104_729);
      const all = Array.from({ length: 40 }, (_, number) => makeRow(number, 1, next)).sort(order);
      const page = (rows: TicketRow[]) => ({ rows: rows.slice(0, 10), after: rows.length > 10 ? "next" : null });
      const pages: Pages = { pages: [page(all), { rows: all.slice(10, 20), after: "20" }], pageParams: [null, "10"] };
      const moved = all.map((row) => (next(10) === 0 ? { ...row, version: 2, updated_at: at(1000 + next(50)) } : row));
      moved.sort(order);
      const shown = withHead(pages, page(moved), order).pages.flatMap(({ rows }) => rows);
      expect(shown).toEqual(moved.slice(0, shown.length));
      expect(shown.length).toBeGreaterThanOrEqual(20);
    }
  });

  test("is all there is when nothing follows", () => {
    const rows = [makeRow(1, 1, random(1))];
    const pages: Pages = { pages: [{ rows: [], after: null }], pageParams: [null] };
    expect(withHead(pages, { rows, after: null }, order).pages).toEqual([{ rows, after: null }]);
  });
});

describe("what a page cannot decide it asks for", () => {
  const row = makeRow(1, 2, random(1));
  const event: TicketEvent = { type: "ticket", number: row.number, version: 2, kinds: [], row, gone: false };
  const empty: Pages = { pages: [{ rows: [], after: null }], pageParams: [null] };

  test.each(["requested", "watching"] as const)("%s", (view) => {
    const slice: Slice = { view, sort: "updated", order: "desc" };
    expect(applyTicket(empty, event, slice, reader).isUnsure).toBe(true);
  });

  test("an event without its row", () => {
    const slice: Slice = { view: "mine", sort: "updated", order: "desc" };
    expect(applyTicket(empty, { ...event, row: null }, slice, reader).isUnsure).toBe(true);
  });
});

test("an event that is older than the row changes nothing", () => {
  const slice: Slice = { view: "all_open", sort: "updated", order: "desc" };
  const row = { ...makeRow(1, 5, random(3)), phase: "open" as const };
  const pages: Pages = { pages: [{ rows: [row], after: null }], pageParams: [null] };
  const old: TicketEvent = {
    type: "ticket",
    number: row.number,
    version: 4,
    kinds: [],
    row: { ...row, title: "old" },
    gone: false,
  };
  expect(applyTicket(pages, old, slice, reader).pages).toBe(pages);
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
