import { describe, expect, test } from "vitest";
import type { ConditionLanguage } from "@/lib/api/conditions";
import { operatorName, sentence } from "./sentence";
import {
  type Condition,
  changed,
  countOf,
  depthOf,
  faultsAt,
  groupOf,
  leafOf,
  missing,
  opened,
  pathOf,
  written,
} from "./tree";

const name = (zh: string, en: string) => ({ "zh-CN": zh, en });
const IS = {
  op: "is",
  shape: "one",
  says: name("{field}是{value}", "{field} is {value}"),
  denies: name("{field}不是{value}", "{field} is not {value}"),
  known: null,
  units: [],
};
const ANY = {
  op: "is_any",
  shape: "many",
  says: name("{field}是{value}之一", "{field} is one of {value}"),
  denies: null,
  known: null,
  units: [],
};
const EMPTY = {
  op: "is_empty",
  shape: "nothing",
  says: name("{field}为空", "{field} is empty"),
  denies: name("{field}不为空", "{field} is not empty"),
  known: null,
  units: [],
};
const field = (key: string, zh: string, type: string) => ({
  key,
  name: name(zh, key),
  type,
  member: type,
  choices: [],
  tree: null,
});
const LANGUAGE = {
  fields: [field("priority", "优先级", "choice"), field("amount", "金额", "number"), field("plan", "VIP 套餐", "text")],
  operators: { choice: [IS, ANY, EMPTY], number: [IS, ANY], text: [IS, EMPTY] },
  joints: {
    all: name("，且", " and "),
    any: name("，或", " or "),
    not_: name("并非（{}）", "not ({})"),
    group: name("（{}）", "({})"),
    always: name("总是成立", "always"),
    never: name("从不成立", "never"),
    comma: name("、", ", "),
    quoted: name("“{}”", "“{}”"),
  },
  max_depth: 6,
  max_leaves: 100,
  max_list: 200,
  max_text: 500,
} as unknown as ConditionLanguage;

const words = (locale: "zh-CN" | "en") => ({
  language: LANGUAGE,
  local: (one: Record<string, string> | null | undefined) => one?.[locale] ?? "",
  say: (_: unknown, value: unknown) => String(value),
  span: String,
  known: String,
  blank: "…",
});

const leaf = (field: string, op: string, value?: unknown): Condition => ({
  field,
  op,
  ...(value === undefined ? {} : { value }),
});

describe("a condition", () => {
  test.each<[string, Condition]>([
    ["of all", { all: [leaf("priority", "is", "P0"), leaf("amount", "is", 1)] }],
    ["denied", { not: { any: [leaf("priority", "is", "P0")] } }],
    ["nested", { any: [{ not: leaf("plan", "is_empty") }, { all: [leaf("amount", "is_any", [1, 2])] }] }],
    ["that leaves something to its reader", { all: [leaf("priority", "is", { known: "me" })] }],
    ["that always holds", { all: [] }],
  ])("%s is written as it was opened", (_, condition) => {
    expect(written(opened(condition))).toEqual(condition);
  });

  test("of one leaf, or of none, stands in a group", () => {
    expect(written(opened(leaf("amount", "is", 1)))).toEqual({ all: [leaf("amount", "is", 1)] });
    expect(written(opened(null))).toEqual({ all: [] });
  });

  test("denied twice says what it said", () => {
    expect(written(opened({ all: [{ not: { not: leaf("amount", "is", 1) } }] }))).toEqual({
      all: [leaf("amount", "is", 1)],
    });
  });

  test("is measured as the server measures it", () => {
    const deep = opened({ all: [{ not: { any: [{ not: leaf("amount", "is", 1) }, { all: [] }] } }] });
    expect([depthOf(deep), countOf(deep)]).toEqual([5, 2]);
    expect([depthOf(opened(null)), countOf(opened(null))]).toEqual([1, 1]);
  });

  test("loses the groups that a removed leaf leaves empty, never its root", () => {
    const root = opened({ all: [{ any: [leaf("amount", "is", 1)] }] });
    const [group] = root.parts;
    const inner = group?.kind === "group" ? group.parts[0] : undefined;
    expect(written(changed(root, inner?.id ?? 0, () => null))).toEqual({ all: [] });
  });

  test("knows which leaves are not filled in", () => {
    const [bare, list, empty, unknown] = [
      leafOf("amount", "is", undefined),
      leafOf("amount", "is_any", []),
      leafOf("plan", "is_empty", null),
      leafOf("moon", "is", 1),
    ];
    expect(missing(groupOf("all", [bare, list, empty, unknown]), LANGUAGE)).toEqual([bare.id, list.id, unknown.id]);
  });

  test("shows each fault at the leaf that it is about", () => {
    const root = opened({ not: { any: [leaf("amount", "is", 1), { not: leaf("plan", "is", "x") }] } });
    const paths = root.parts.map((_, at) => pathOf("condition", root, at));
    expect(paths).toEqual(["condition.not.any[0]", "condition.not.any[1]"]);
    const fault = (field: string) => ({ field, title: "no" });
    const faults = [fault("condition.not.any[0].value"), fault("condition.not.any[1].not.op"), fault("condition")];
    expect(root.parts.map((part, at) => faultsAt(faults, paths[at] ?? "", part).length)).toEqual([1, 1]);
    expect(faultsAt(faults, "condition", root)).toEqual([fault("condition")]);
  });
});

describe("a condition reads as a sentence", () => {
  test.each<[Condition, string, string]>([
    [{ all: [] }, "总是成立", "always"],
    [{ all: [leaf("priority", "is", "P0")] }, "优先级是“P0”", "priority is “P0”"],
    [
      { all: [leaf("amount", "is", 5), { not: leaf("plan", "is_empty") }] },
      "金额是 5，且VIP 套餐不为空",
      "amount is 5 and plan is not empty",
    ],
    [
      { any: [{ all: [leaf("amount", "is", 5), leaf("amount", "is", 6)] }, leaf("plan", "is_empty")] },
      "（金额是 5，且金额是 6），或VIP 套餐为空",
      "(amount is 5 and amount is 6) or plan is empty",
    ],
    [{ all: [{ not: leaf("amount", "is_any", [1, 2]) }] }, "并非（金额是 1、2 之一）", "not (amount is one of 1, 2)"],
    [{ all: [leaf("priority", "is")] }, "优先级是…", "priority is …"],
  ])("%o", (condition, zh, en) => {
    expect([sentence(opened(condition), words("zh-CN")), sentence(opened(condition), words("en"))]).toEqual([zh, en]);
  });

  test("its operators are called by what they say", () => {
    expect(
      ["{field}是{value}之一", "{field} is one of {value}", "{field}在{low}到{high}之间", "{field}为空"].map(
        operatorName,
      ),
    ).toEqual(["是…之一", "is one of", "在…到…之间", "为空"]);
  });
});
