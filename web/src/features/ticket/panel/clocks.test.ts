import { expect, test } from "vitest";
import type { Clock } from "../queries";
import { clocksShown } from "./clocks";

const clock = (metric: string, cycle: number, state: Clock["state"], breached = false) =>
  ({ metric, cycle, state, breached_at: breached ? "2026-11-27T06:00:00Z" : null }) as Clock;

const told = (clocks: Clock[]) => clocks.map(({ metric, cycle }) => `${metric} ${cycle}`);

test("what runs and the last broken of its kind are shown, whatever else ended is folded", () => {
  const rounds = Array.from({ length: 40 }, (_, at) => clock("acceptance", at + 1, "cancelled", at % 2 === 0));
  const { shown, ended } = clocksShown([
    ...rounds,
    clock("first_response", 1, "met"),
    clock("resolution", 1, "running"),
    clock("acceptance", 41, "paused"),
  ]);
  expect(told(shown)).toEqual(["resolution 1", "acceptance 41", "acceptance 39"]);
  expect(ended).toHaveLength(40);
});

test("a clock that has not begun is no past", () => {
  expect(told(clocksShown([clock("close", 1, "not_started")]).shown)).toEqual(["close 1"]);
});
