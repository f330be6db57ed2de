import { expect, test } from "vitest";
import { departureOf } from "./entered";

test("only the receiver of the way that was chosen takes over", () => {
  const both = { person: 7, team: "tech" };
  expect(departureOf({ way: "person", ...both })).toEqual({
    to_person_id: 7,
    to_team: null,
    seats_to_person_id: null,
    silent: false,
  });
  expect(departureOf({ way: "team", ...both })).toEqual({
    to_person_id: null,
    to_team: "tech",
    seats_to_person_id: null,
    silent: false,
  });
  expect(departureOf({ way: "routing", ...both, seats: 9, silent: true })).toEqual({
    to_person_id: null,
    to_team: null,
    seats_to_person_id: 9,
    silent: true,
  });
});
