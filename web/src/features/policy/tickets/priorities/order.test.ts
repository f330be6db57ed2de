import { expect, test } from "vitest";
import { lastRank, moved, ordered, type Priority } from "./order";

const one = (key: string, rank: number, retired = false): Priority => ({ key, name: {}, colour: "red", rank, retired });
const ALL = [one("low", 3), one("urgent", 0), one("old", 1, true), one("high", 2)];
const keys = (all: readonly Priority[] | undefined) => all && ordered(all).map(({ key }) => key);

test("the most urgent stands first, what is retired last", () => {
  expect(keys(ALL)).toEqual(["urgent", "high", "low", "old"]);
});

test("a step changes places with the next that is in use", () => {
  expect(keys(moved(ALL, "high", -1))).toEqual(["high", "urgent", "low", "old"]);
  expect(keys(moved(ALL, "high", 1))).toEqual(["urgent", "low", "high", "old"]);
});

test("there is no step past the end, nor for what is retired", () => {
  expect(moved(ALL, "urgent", -1)).toBeUndefined();
  expect(moved(ALL, "low", 1)).toBeUndefined();
  expect(moved(ALL, "old", 1)).toBeUndefined();
});

test("a new one is the least urgent", () => {
  expect(lastRank(ALL)).toBe(4);
  expect(lastRank([])).toBe(0);
});
