import { expect, test } from "vitest";
import { changesOf, type Known } from "./changes";

const before: Known = { name: "王芳", locale: "zh-CN", tier: "normal", dedicated_agent_id: 7, tags: ["急"], notes: "" };
const none = { add_handles: [], remove_handles: [] };

test.each<[string, Partial<Known>, object]>([
  ["nothing that stays is sent", { ...before }, {}],
  ["what changed is sent", { ...before, tier: "vip", tags: [] }, { tier: "vip", tags: [] }],
  [
    "a cleared agent is nobody",
    { dedicated_agent_id: undefined } as unknown as Partial<Known>,
    { dedicated_agent_id: null },
  ],
  ["a field that was not shown stays", { name: "王方" }, { name: "王方" }],
])("%s", (_what, entered, sent) => {
  expect(changesOf(before, entered)).toEqual({ ...none, ...sent });
});
