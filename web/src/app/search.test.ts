import { expect, test } from "vitest";
import { portalTicketSearch, queueSearch, signInSearch } from "./search";

test("after sign-in nobody is led to a foreign address", () => {
  expect(signInSearch({ next: "/queue/mine?sort=priority" }).next).toBe("/queue/mine?sort=priority");
  for (const next of ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", ""]) {
    expect(signInSearch({ next }).next).toBeUndefined();
  }
});

test("a link may ask for nothing but what the page offers", () => {
  expect(portalTicketSearch({ do: "rate", score: "4" })).toMatchObject({ do: "rate", score: 4 });
  expect(portalTicketSearch({ do: "delete", score: "9" })).toEqual({
    do: undefined,
    score: undefined,
    number: undefined,
  });
});

test("a natural order needs no word in the address", () => {
  expect(queueSearch({ sort: "updated", order: "desc" }).order).toBeUndefined();
  expect(queueSearch({ sort: "updated", order: "asc" }).order).toBe("asc");
  expect(queueSearch({ sort: "password" }).sort).toBeUndefined();
});

test("an address of a calendar names a day that there is", () => {
  expect(queueSearch({ day: "2026-11-27", span: "week" })).toMatchObject({ day: "2026-11-27", span: "week" });
  expect(queueSearch({ day: "2026-02-30", span: "year" })).toMatchObject({ day: undefined, span: undefined });
  const due = "2026-11-26T16:00:00.000Z/2026-11-27T16:00:00.000Z";
  expect([queueSearch({ due }).due, queueSearch({ due: "soon" }).due]).toEqual([due, undefined]);
});
