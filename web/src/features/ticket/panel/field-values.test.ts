import { expect, test } from "vitest";
import type { FieldEntry } from "@/lib/directory";
import { changesOf, fieldsShown } from "./field-values";

test("what was changed is sent, and nothing else; an emptied field is null", () => {
  const before = { order: "A1", count: 3, colours: ["red"], note: "x" };
  const entered = { order: "A2", count: 3, colours: ["red"], note: "", other: undefined };
  expect(changesOf(before, entered)).toEqual({ order: "A2", note: null });
});

test("the form comes first, in its order; then what else holds something", () => {
  const fields = ["a", "b", "c", "d"].map((key) => ({ key })) as FieldEntry[];
  const state = (key: string) => ({ key, visible: true, required: false, read_only: false });
  const shown = fieldsShown({ form: [state("c"), state("a"), state("gone")], fields: { d: 1, a: 2 } }, fields);
  expect(shown.map((each) => each.key)).toEqual(["c", "a", "d"]);
});
