import { expect, test } from "vitest";
import type { Department } from "../queries";
import { placesFor, treeOf } from "./tree";

const make = (key: string, parent: string | null = null) => ({ key, parent }) as Department;
const ALL = [make("a"), make("a1", "a"), make("a11", "a1"), make("a2", "a"), make("b")];
const shape = (found: readonly { key: string; depth: number }[]) => found.map(({ key, depth }) => `${depth}${key}`);

test("each stands after its parent", () => {
  expect(shape(treeOf([...ALL].reverse()))).toEqual(["0b", "0a", "1a2", "1a1", "2a11"]);
  expect(shape(treeOf(ALL))).toEqual(["0a", "1a1", "2a11", "1a2", "0b"]);
});

test("nothing is lost whose parent is gone or that stands in a circle", () => {
  expect(shape(treeOf([make("x", "gone"), make("y", "z"), make("z", "y")]))).toEqual(["0x", "0y", "1z"]);
});

test("a department is not moved beneath itself", () => {
  expect(shape(placesFor(ALL, "a"))).toEqual(["0b"]);
  expect(shape(placesFor(ALL, "a1"))).toEqual(["0a", "1a2", "0b"]);
  expect(placesFor(ALL, undefined)).toHaveLength(5);
  expect(shape(placesFor(ALL, "b"))).toEqual(["0a", "1a1", "2a11", "1a2"]);
});
