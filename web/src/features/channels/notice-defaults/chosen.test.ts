import { expect, test } from "vitest";
import type { Schemas } from "@/lib/api";
import { isChanged, shipped, wishOf, withCell } from "./chosen";

const cell = (on: boolean, byDefault: boolean) => ({ on, default: byDefault, fixed: null });
const KEPT: Schemas["NoticeMatrix"] = {
  channels: [],
  meanings: [
    { key: "moved", name: {}, urgent: false, channels: { in_app: cell(true, true), mail: cell(true, false) } },
  ],
};

test("the whole is sent, with what was chosen in its place", () => {
  expect(wishOf(KEPT, withCell({}, "moved", "mail", false))).toEqual({ moved: { in_app: true, mail: false } });
});

test("what was chosen and taken back is no change", () => {
  const chosen = withCell(withCell({}, "moved", "mail", false), "moved", "mail", true);
  expect(isChanged(KEPT, chosen)).toBe(false);
  expect(isChanged(KEPT, withCell({}, "moved", "in_app", false))).toBe(true);
});

test("it goes back to what was shipped", () => {
  expect(wishOf(KEPT, shipped(KEPT))).toEqual({ moved: { in_app: true, mail: false } });
});
