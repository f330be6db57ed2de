import { expect, test } from "vitest";
import { saidNames } from "./said";

test("what was taken back is said by what a ticket shows, each once", () => {
  expect(saidNames(["phase", "status", "assignee_id", "held_at", "limits_reached", "fields.shop"])).toEqual([
    "status",
    "assignee",
    "fields.shop",
  ]);
  expect(saidNames(["held_at"])).toEqual(["held_at"]);
  expect(saidNames(["not_to"])).toEqual([]);
});
