import { describe, expect, test } from "vitest";
import {
  type Category,
  finds,
  keysBelow,
  moved,
  type Node,
  placeOf,
  restored,
  retired,
  stepped,
  treeOf,
  type Way,
} from "./tree";

const one = (key: string, parent: string | null = null, rest: Partial<Category> = {}): Category => ({
  key,
  name: { "zh-CN": `分类${key}`, en: key.toUpperCase() },
  parent,
  ...rest,
});
const ALL = [one("a"), one("b"), one("a1", "a"), one("a2", "a"), one("a11", "a1")];
const shape = (nodes: readonly Node[]): unknown[] =>
  nodes.map(({ key, children }) => (children.length > 0 ? [key, shape(children)] : key));

describe("the tree", () => {
  test("is made of what stands below what", () => {
    expect(shape(treeOf(ALL))).toEqual([["a", [["a1", ["a11"]], "a2"]], "b"]);
  });

  test("keeps the way to what a search finds", () => {
    expect(shape(treeOf(ALL, finds("A11")))).toEqual([["a", [["a1", ["a11"]]]]]);
    expect(shape(treeOf(ALL, finds("分类b")))).toEqual(["b"]);
    expect(treeOf(ALL, finds("none"))).toEqual([]);
  });

  test("ends where categories stand below each other", () => {
    expect(treeOf([one("x", "y"), one("y", "x")])).toEqual([]);
    expect(keysBelow([one("x", "y"), one("y", "x")], "x")).toEqual(new Set(["y", "x"]));
  });

  test("of a thousand categories is made at once", () => {
    const many = Array.from({ length: 1000 }, (_, n) => one(`k${n}`, n === 0 ? null : `k${Math.floor((n - 1) / 10)}`));
    const started = performance.now();
    expect(shape(treeOf(many, finds("k999"))).flat(9)).toContain("k999");
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe("moving", () => {
  test.each([
    ["a2", "a1", "before", [["a", ["a2", ["a1", ["a11"]]]], "b"]],
    ["a2", "b", "after", [["a", [["a1", ["a11"]]]], "b", "a2"]],
    ["b", "a1", "in", [["a", [["a1", ["b", "a11"]], "a2"]]]],
  ] as const)("%s goes to %s (%s)", (key, target, place, expected) => {
    expect(shape(treeOf(moved(ALL, key, target, place)))).toEqual(expected);
  });

  test("nothing stands below itself", () => {
    expect(moved(ALL, "a", "a11", "in")).toBe(ALL);
    expect(moved(ALL, "a", "a", "in")).toBe(ALL);
  });

  test("one step goes past the neighbour, and no further than the end", () => {
    expect(shape(treeOf(stepped(ALL, "a1", "down")))).toEqual([["a", ["a2", ["a1", ["a11"]]]], "b"]);
    expect(stepped(ALL, "a1", "up")).toBe(ALL);
  });

  test.each<[string, Way, unknown]>([
    ["b", "deeper", [["a", [["a1", ["a11"]], "a2", "b"]]]],
    ["a2", "deeper", [["a", [["a1", ["a11", "a2"]]]], "b"]],
    ["a11", "higher", [["a", [["a1"], "a11", "a2"].flat()], "b"]],
    ["a1", "higher", [["a", ["a2"]], ["a1", ["a11"]], "b"]],
    ["b", "up", ["b", ["a", [["a1", ["a11"]], "a2"]]]],
  ])("%s goes %s", (key, way, expected) => {
    expect(shape(treeOf(stepped(ALL, key, way)))).toEqual(expected);
  });

  test.each<[string, Way]>([
    ["a", "deeper"],
    ["a", "higher"],
    ["b", "down"],
    ["a11", "deeper"],
    ["x", "up"],
  ])("%s stays where it cannot go %s", (key, way) => {
    expect(stepped(ALL, key, way)).toBe(ALL);
  });

  test("what is in use goes past what is retired", () => {
    const all = [one("a"), one("r", null, { retired: true }), one("b")];
    expect(stepped(all, "b", "up").map(({ key }) => key)).toEqual(["b", "a", "r"]);
    expect(stepped(all, "b", "deeper").find(({ key }) => key === "b")?.parent).toBe("a");
    expect(placeOf(all, "b")).toMatchObject({ n: 2, of: 2 });
  });
});

describe("retiring", () => {
  const gone = (all: readonly Category[]) => all.filter((each) => each.retired).map(({ key }) => key);

  test("takes what stands below along, or moves it up", () => {
    expect(gone(retired(ALL, "a1", "too"))).toEqual(["a1", "a11"]);
    const up = retired(ALL, "a1", "up");
    expect(gone(up)).toEqual(["a1"]);
    expect(up.find(({ key }) => key === "a11")?.parent).toBe("a");
  });

  test("is undone with all that leads there", () => {
    expect(gone(restored(retired(ALL, "a", "too"), "a11"))).toEqual(["a2"]);
  });
});
