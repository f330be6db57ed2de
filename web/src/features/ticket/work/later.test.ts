import { describe, expect, it } from "vitest";
import { inHours, nextMonday, tomorrow } from "./later";

const ZONE = "Asia/Shanghai";

describe("later", () => {
  it.each([
    ["2026-11-28T02:00:00Z", "2026-11-29T01:00:00.000Z", "2026-11-30T01:00:00.000Z"],
    ["2026-11-28T17:00:00Z", "2026-11-30T01:00:00.000Z", "2026-11-30T01:00:00.000Z"],
    ["2026-11-30T00:30:00Z", "2026-12-01T01:00:00.000Z", "2026-12-07T01:00:00.000Z"],
    ["2026-12-31T10:00:00Z", "2027-01-01T01:00:00.000Z", "2027-01-04T01:00:00.000Z"],
  ])("is by the clocks of one's own zone: %s", (now, day, monday) => {
    expect(tomorrow(new Date(now), ZONE).toISOString()).toBe(day);
    expect(nextMonday(new Date(now), ZONE).toISOString()).toBe(monday);
  });

  it("counts hours across a change of clocks", () => {
    expect(inHours(new Date("2026-03-29T00:30:00Z"), 3).toISOString()).toBe("2026-03-29T03:30:00.000Z");
    expect(tomorrow(new Date("2026-03-28T12:00:00Z"), "Europe/Berlin").toISOString()).toBe("2026-03-29T07:00:00.000Z");
  });
});
