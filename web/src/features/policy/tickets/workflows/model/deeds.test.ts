import { expect, test } from "vitest";
import { bound, copyOf, restored, withoutStatus, withoutTransition, withStatus, withTransition } from "./deeds";
import { leaving, type Status, type Transition, type Workflow, waysOf } from "./flow";

const status = (key: string, phase: Status["phase"] = "open"): Status => ({ key, phase, name: { en: key } });
const way = (key: string, from: string[], to: string): Transition => ({ key, from, to, who: ["lead"], name: {} });
const FLOW: Workflow = {
  key: "flow",
  name: {},
  initial: "new",
  reopen: { to: "work", window_s: 60 },
  statuses: [status("new", "new"), status("work"), status("check", "review"), status("done", "closed")],
  transitions: [way("begin", ["new"], "work"), way("hand", ["work"], "check"), way("end", ["work", "check"], "done")],
};
const keys = (entries: readonly { key: string; retired?: boolean }[]) =>
  entries.map(({ key, retired }) => (retired ? `-${key}` : key)).join(" ");

test("a way holds all that leads along it, and the rule of reopening", () => {
  const more = withTransition(FLOW, way("skip", ["new"], "work"));
  expect(waysOf(more).map(({ id, transitions }) => `${id} ${keys(transitions)}`)).toEqual([
    "new>work begin skip",
    "work>check hand",
    "work>done end",
    "check>done end",
    "done>work ",
  ]);
  expect(waysOf(FLOW).at(-1)?.reopens).toBe(true);
});

test("a way to what is not there is not drawn", () => {
  expect(waysOf(withTransition(FLOW, way("odd", ["nowhere"], "done"))).length).toBe(5);
});

test("a new status stands before those that are over, a changed one where it was", () => {
  expect(keys(withStatus(FLOW, status("wait", "waiting_customer")).statuses)).toBe("new work check wait done");
  expect(keys(withStatus(FLOW, status("filed", "closed")).statuses)).toBe("new work check done filed");
  expect(keys(withStatus(FLOW, status("work", "review")).statuses)).toBe("new work check done");
});

test("what begins, what is reopened and the last one have to stay", () => {
  expect(bound(FLOW, "new")).toBe("initial");
  expect(bound(FLOW, "work")).toBe("reopen");
  expect(bound(FLOW, "check")).toBeUndefined();
});

test("a status goes with what leads to it and out of it", () => {
  const drafted = withoutStatus(FLOW, "check", null);
  expect(keys(drafted.statuses)).toBe("new work done");
  expect(keys(drafted.transitions)).toBe("begin end");
  expect(leaving(drafted, "check")).toEqual([]);
  expect(drafted.transitions.find(({ key }) => key === "end")?.from).toEqual(["work"]);
});

test("what was published is retired, and can be put back", () => {
  const retired = withoutStatus(FLOW, "check", FLOW);
  expect(keys(retired.statuses)).toBe("new work -check done");
  expect(keys(retired.transitions)).toBe("begin -hand end");
  expect(keys(restored(retired, "statuses", "check").statuses)).toBe("new work check done");
  expect(keys(withoutTransition(FLOW, "hand", FLOW).transitions)).toBe("begin -hand end");
  expect(keys(withoutTransition(FLOW, "hand", null).transitions)).toBe("begin end");
});

test("a copy holds nothing that is retired", () => {
  const copy = copyOf(withoutStatus(FLOW, "check", FLOW), "other", { en: "Other" });
  expect(copy.key).toBe("other");
  expect(keys(copy.statuses)).toBe("new work done");
  expect(keys(copy.transitions)).toBe("begin end");
});
