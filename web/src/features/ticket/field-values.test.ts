import { expect, test } from "vitest";
import { changesOf } from "./field-values";

test("what was changed is sent, and nothing else; an emptied field is null", () => {
  const before = { order: "A1", count: 3, colours: ["red"], note: "x" };
  const entered = { order: "A2", count: 3, colours: ["red"], note: "", other: undefined };
  expect(changesOf(before, entered)).toEqual({ order: "A2", note: null });
});
