import { expect, test } from "vitest";
import { type Checklist, checklistOf, enteredOf } from "./entered";

const SHIPPED: Checklist = {
  key: "closing",
  name: { "zh-CN": "关闭前检查", en: "Before closing" },
  items: [
    { key: "solved", name: { "zh-CN": "已解决", en: "Solved" } },
    {
      key: "in_time",
      name: { "zh-CN": "按时", en: "In time" },
      filled_by: "promises",
      help: { "zh-CN": "系统填写", en: "By the system" },
      causes: [{ key: "hard", name: { "zh-CN": "复杂", en: "Hard" } }],
    },
  ],
};

test("what was not changed is written as it was", () => {
  expect(checklistOf(enteredOf(SHIPPED, []), SHIPPED)).toEqual(SHIPPED);
});

test("what is new gets a key that nothing has", () => {
  const entered = enteredOf(SHIPPED, []);
  const fresh = { key: "", retired: false, filled_by: "person" as const, causes: [] };
  entered.items.push({ ...fresh, name: { "zh-CN": "再次", en: "Solved" } });
  entered.items.push({ ...fresh, name: { "zh-CN": "无英文", en: "" } });
  const keys = checklistOf(entered, SHIPPED).items.map(({ key }) => key);
  expect(new Set(keys).size).toBe(4);
  expect(keys.slice(0, 2)).toEqual(["solved", "in_time"]);
});

test("what is retired stays", () => {
  const entered = enteredOf(SHIPPED, []);
  entered.items = entered.items.map((item) => ({ ...item, retired: item.key === "solved" }));
  expect(checklistOf(entered, SHIPPED).items[0]).toMatchObject({ key: "solved", retired: true });
});

test("causes that are not asked for any more stay", () => {
  const entered = enteredOf(SHIPPED, []);
  entered.items = entered.items.map((item) => ({ ...item, filled_by: "person", causes: [] }));
  expect(checklistOf(entered, SHIPPED).items[1]?.causes).toEqual(SHIPPED.items[1]?.causes);
});
