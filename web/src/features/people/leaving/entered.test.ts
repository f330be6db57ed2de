import { expect, test } from "vitest";
import { departureOf } from "./entered";

test("only the receiver of the way that was chosen takes over", () => {
  const both = { person: 7, team: "tech" };
  expect(departureOf({ way: "person", ...both })).toEqual({ to_person_id: 7, to_team: null, silent: false });
  expect(departureOf({ way: "team", ...both })).toEqual({ to_person_id: null, to_team: "tech", silent: false });
  expect(departureOf({ way: "routing", ...both, silent: true })).toEqual({
    to_person_id: null,
    to_team: null,
    silent: true,
  });
});
