import { expect, test } from "vitest";
import type { Way } from "../model/flow";
import { BOX, drawn, LABEL, type Point, pathOf } from "./layout";

const way = (from: string, to: string, n = 1): Way => ({
  id: `${from}>${to}`,
  from,
  to,
  reopens: false,
  transitions: Array.from({ length: n }, (_, at) => ({
    key: `${from}${to}${at}`,
    from: [from],
    to,
    who: [],
    name: {},
  })),
});
const KEYS = ["a", "b", "c", "d", "e"];
const WAYS = [
  way("a", "b"),
  way("b", "c", 3),
  way("c", "b"),
  way("b", "d"),
  way("c", "d", 2),
  way("a", "d"),
  way("d", "b"),
];
const overlap = (one: Point, other: Point, [a, b]: [typeof BOX | Size, typeof BOX | Size]) =>
  one.x < other.x + b.width && other.x < one.x + a.width && one.y < other.y + b.height && other.y < one.y + a.height;
interface Size {
  width: number;
  height: number;
}

test("no status covers another, no label a status, and what nothing leads to stands there too", () => {
  const { places, lines } = drawn(KEYS, WAYS);
  const boxes = KEYS.map((key) => places.get(key) as Point);
  expect(places.size).toBe(KEYS.length);
  for (const [at, one] of boxes.entries())
    for (const other of boxes.slice(at + 1)) expect(overlap(one, other, [BOX, BOX])).toBe(false);
  for (const { id, transitions } of WAYS) {
    const size = { width: LABEL.width, height: LABEL.line * transitions.length };
    const { label } = lines.get(id) as { label: Point };
    const corner = { x: label.x - size.width / 2, y: label.y - size.height / 2 };
    for (const box of boxes) expect(overlap(corner, box, [size, BOX]), id).toBe(false);
  }
});

test("the course of the definition goes from above to below", () => {
  const { places } = drawn(["a", "b", "c"], [way("a", "b"), way("b", "c"), way("c", "a")]);
  const heights = ["a", "b", "c"].map((key) => places.get(key)?.y ?? 0);
  expect(heights).toEqual([...heights].sort((one, other) => one - other));
});

test("the same workflow is drawn the same, and an empty one is no fault", () => {
  expect(drawn(KEYS, WAYS)).toEqual(drawn(KEYS, WAYS));
  expect(drawn([], []).places.size).toBe(0);
  expect(pathOf([])).toBe("");
  expect(
    pathOf([
      { x: 0, y: 0 },
      { x: 0, y: 9 },
    ]),
  ).toBe("M 0,0 L 0,9");
});

test("a status that leads to itself has a line", () => {
  expect(drawn(["a"], [way("a", "a")]).lines.get("a>a")?.points.length).toBeGreaterThan(1);
});
