import { expect, test } from "vitest";
import { askedOf } from "./asked";

test("days are those of the reader, and the last one counts to its end", () => {
  expect(askedOf({ since: "2026-03-02", until: "2026-03-02" }, "Asia/Shanghai")).toEqual({
    since: "2026-03-01T16:00:00.000Z",
    until: "2026-03-02T16:00:00.000Z",
  });
});

test("what is no number and no day is left out", () => {
  expect(askedOf({ actor: "7", person: "x", since: "soon", until: "2026-13-40" }, "UTC")).toEqual({ actor_id: 7 });
  expect(askedOf({}, "UTC")).toEqual({});
});
