import { describe, expect, test } from "vitest";
import { all, extended, NONE, still, toggled } from "./selection";

const ORDER = ["A", "B", "C", "D", "E"];
const of = (...numbers: string[]) => numbers.reduce(toggled, NONE);
const listed = ({ numbers }: { numbers: ReadonlySet<string> }) => [...numbers].sort();

describe("rows are chosen", () => {
  test("one by one, and let go by the same", () => {
    expect(listed(of("A", "C"))).toEqual(["A", "C"]);
    expect(of("A", "A")).toEqual(NONE);
  });

  test("as a range from the last one, in either direction, beside what is chosen already", () => {
    expect(listed(extended(of("B"), ORDER, "D"))).toEqual(["B", "C", "D"]);
    expect(listed(extended(of("D"), ORDER, "B"))).toEqual(["B", "C", "D"]);
    expect(listed(extended(of("A", "D"), ORDER, "E"))).toEqual(["A", "D", "E"]);
    expect(listed(extended(NONE, ORDER, "C"))).toEqual(["C"]);
  });

  test("a range goes on from where it began, also when its beginning left the list", () => {
    expect(listed(extended(extended(of("B"), ORDER, "C"), ORDER, "D"))).toEqual(["B", "C", "D"]);
    expect(listed(extended(of("Z"), ORDER, "C"))).toEqual(["C", "Z"]);
    expect(listed(extended(of("A"), ORDER, "Z"))).toEqual(["A"]);
  });

  test("all that are loaded, and none of an empty list", () => {
    expect(listed(all(ORDER))).toEqual(ORDER);
    expect(all([])).toEqual(NONE);
  });
});

describe("what left the list", () => {
  test("is chosen no more", () => {
    expect(listed(still(of("A", "B"), ["B"]))).toEqual(["B"]);
    expect(still(of("A"), [])).toEqual(NONE);
  });

  test("changes nothing where it was not chosen, nor of a selection of the whole list", () => {
    const before = of("A");
    expect(still(before, ["A"])).toBe(before);
    const whole = { ...before, isWhole: true };
    expect(still(whole, [])).toBe(whole);
  });
});
