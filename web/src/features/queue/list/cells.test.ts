import { expect, test } from "vitest";
import { toneOf } from "@/ui/marks/due-chip";
import type { TicketRow } from "../slice";
import { dueOf } from "./cells";

const NOW = new Date("2026-11-27T12:00:00Z");
const at = (minutes: number | null) =>
  minutes === null ? null : new Date(NOW.getTime() + minutes * 60_000).toISOString();

/** The view of tickets at risk holds what is past `risk_at` and not over; its chips turn for the same rows. */
const isAtRisk = ({ risk_at }: TicketRow) => risk_at !== null && Date.parse(risk_at) <= NOW.getTime();

test.each([
  { due: 30, risk: 10, breached: false, paused: false },
  { due: 30, risk: -1, breached: false, paused: false },
  { due: 30, risk: 0, breached: false, paused: false },
  { due: -5, risk: -10, breached: true, paused: false },
  { due: 600, risk: -10, breached: true, paused: false },
  { due: 30, risk: null, breached: false, paused: false },
  { due: null, risk: null, breached: false, paused: true },
  { due: null, risk: -10, breached: true, paused: true },
])("a chip warns just when its ticket is at risk: %o", ({ due, risk, breached, paused }) => {
  const row = { next_due_at: at(due), risk_at: at(risk), breached, paused, phase: "open" } as TicketRow;
  const chip = dueOf(row);
  expect(chip !== null && ["soon", "over"].includes(toneOf(chip, NOW))).toBe(isAtRisk(row));
});

test("nothing is promised of what is over", () => {
  expect(dueOf({ next_due_at: null, paused: true, phase: "resolved" } as TicketRow)).toBeNull();
});
