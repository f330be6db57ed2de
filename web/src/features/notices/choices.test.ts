import { describe, expect, it } from "vitest";
import type { Schemas } from "@/lib/api";
import { askedBy, byDefault, cellKey, draftOf, flawOf } from "./choices";

const cell = (on: boolean, byWorkspace: boolean, fixed: Schemas["NoticeCell"]["fixed"] = null) => ({
  on,
  default: byWorkspace,
  fixed,
});

const KEPT: Schemas["MyNotices"] = {
  channels: [],
  meanings: [
    { key: "moved", name: {}, urgent: false, channels: { in_app: cell(true, true), mail: cell(true, false) } },
    { key: "escalated", name: {}, urgent: true, channels: { mail: cell(true, true, "escalation") } },
  ],
  zone: "Asia/Shanghai",
  quiet: null,
  days: [1, 2, 3],
  digest: "hourly",
  digest_at: "09:00",
};

describe("choosing notices", () => {
  it("asks only for what differs from the workspace", () => {
    expect(askedBy(draftOf(KEPT), KEPT)).toEqual({
      choices: { moved: { mail: true } },
      quiet: null,
      days: [1, 2, 3],
      digest: "hourly",
      digest_at: "09:00",
    });
  });

  it("never asks to switch off what is fixed", () => {
    const draft = { ...draftOf(KEPT), on: new Map([[cellKey("escalated", "mail"), false]]) };
    expect(askedBy(draft, KEPT).choices.escalated).toBeUndefined();
  });

  it("goes back to the workspace's own", () => {
    const asked = askedBy(byDefault(draftOf(KEPT), KEPT), KEPT);
    expect(asked).toMatchObject({ choices: {}, quiet: null, days: [1, 2, 3, 4, 5, 6, 7], digest: "off" });
  });

  it("sends quiet hours only where they are wanted, and never without an end", () => {
    const draft = { ...draftOf(KEPT), quiet: true };
    expect(askedBy(draft, KEPT).quiet).toEqual({ start: "22:00", until: "08:00" });
    expect(flawOf(draft)).toBeNull();
    expect(flawOf({ ...draft, until: "22:00" })).toBe("same");
    expect(flawOf({ ...draft, quiet: false, until: "22:00" })).toBeNull();
    expect(flawOf({ ...draft, days: [] })).toBe("days");
  });
});
