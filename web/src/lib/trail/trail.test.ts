import { describe, expect, it } from "vitest";
import { following, leaveTrail, placeIn, type Trail, trail } from "./index";

const of = (numbers: string[], more: Partial<Trail> = {}): Trail => ({
  view: "mine",
  search: {},
  numbers,
  total: numbers.length,
  ...more,
});

describe("the place of a record in the list that one came from", () => {
  it("counts from one, and names its neighbours", () => {
    expect(placeIn(of(["A", "B", "C"]), "B")).toMatchObject({ at: 2, of: "3", previous: "A", next: "C" });
    expect(placeIn(of(["A", "B"]), "A")?.previous).toBeUndefined();
    expect(placeIn(of(["A", "B"]), "B")?.next).toBeUndefined();
  });

  it("is unknown of a record that no list led to", () => {
    expect(placeIn(of(["A"]), "Z")).toBeNull();
    expect(placeIn(null, "A")).toBeNull();
  });

  it("counts to 999, and never fewer than are loaded", () => {
    expect(placeIn(of(["A"], { total: 1000 }), "A")?.of).toBe("999+");
    expect(placeIn(of(["A", "B"], { total: null }), "A")?.of).toBe("2");
  });
});

describe("a record that leaves the list while somebody is in it", () => {
  it("keeps its place before what came after it", () => {
    const after = following(of(["A", "B", "C", "D"]), of(["A", "D"]), "B");
    expect(after.numbers).toEqual(["A", "B", "D"]);
    expect(placeIn(after, "B")?.next).toBe("D");
  });

  it("stands last where nothing came after it", () => {
    expect(following(of(["A", "B"]), of(["A"]), "B").numbers).toEqual(["A", "B"]);
    expect(following(of(["B"]), of([]), "B").numbers).toEqual(["B"]);
  });

  it("is not brought into another view, and not twice into its own", () => {
    expect(following(of(["A", "B"]), of(["C"], { view: "team" }), "B").numbers).toEqual(["C"]);
    expect(following(of(["A", "B"]), of(["B", "A"]), "B").numbers).toEqual(["B", "A"]);
    expect(following(of(["A"]), of(["C"]), "Z").numbers).toEqual(["C"]);
  });

  it("keeps it however often the list is told anew", () => {
    leaveTrail(of(["A", "B", "C"]));
    leaveTrail(of(["A", "C"]), "B");
    leaveTrail(of(["C"]), "B");
    expect(trail.get()?.numbers).toEqual(["B", "C"]);
  });
});
