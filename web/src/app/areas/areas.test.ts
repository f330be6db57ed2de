import { expect, test } from "vitest";
import type { Me } from "@/lib/session";
import { AREAS, areasOf, landingOf } from "./areas";

const me = (rest: Partial<Me>): Me => ({ teams: [], led_teams: [], permissions: [], ...rest }) as unknown as Me;

const ADMIN = ["token.manage"];

test.each<[string, Partial<Me>, string | undefined, object]>([
  ["an agent begins with their own", { teams: ["service"] }, undefined, { view: "mine" }],
  ["an agent comes back to the view they left", { teams: ["service"] }, "unassigned", { view: "unassigned" }],
  ["a lead begins with the team", { teams: ["service"], led_teams: ["service"] }, undefined, { view: "team" }],
  [
    "an administrator who also serves begins with their own",
    { teams: ["x"], permissions: ADMIN },
    undefined,
    { view: "mine" },
  ],
])("%s", (_what, who, kept, params) => {
  expect(landingOf(me(who), kept)).toEqual({ to: "/queue/$view", params });
});

test("an administrator of no team begins with the overview", () => {
  expect(landingOf(me({ permissions: ADMIN }), undefined)).toEqual({ to: "/admin" });
});

test("an area shows to whom it has something to show", () => {
  expect(areasOf(me({})).map(({ key }) => key)).toEqual(["desk"]);
  expect(areasOf(me({ permissions: ADMIN })).map(({ key }) => key)).toEqual(["desk", "admin"]);
  expect(areasOf(me({ permissions: ["ticket.reply"] })).map(({ key }) => key)).toEqual(["desk"]);
  expect(areasOf(me({ permissions: ["customer.read"] })).map(({ key }) => key)).toEqual(["desk", "customers"]);
});

test.each([
  ["/admin/mailboxes", "admin"],
  ["/mailbox-sign-in", "admin"],
  ["/tickets/GD-1", "desk"],
])("%s lies in the area %s", (path, key) => {
  expect(AREAS.filter(({ holds }) => holds.test(path)).map((area) => area.key)).toEqual([key]);
});
