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
