import { describe, expect, test } from "vitest";
import type { CannedReply, Variable } from "@/lib/api/canned";
import { blanksOf, filledIn } from "./filling";
import { meant, slashAt } from "./slash";

const VARIABLES: Variable[] = [
  { key: "salutation", name: { "zh-CN": "客户称呼", en: "salutation" } },
  { key: "next_step", name: { "zh-CN": "下一步计划", en: "next step" } },
];

test("a variable is one, by key and by name in any language; what else stands in braces is asked for as it stands", () => {
  const text = "{客户称呼}，{Salutation}：{ next step }，订单 {订单号}，{}";
  expect(blanksOf(text, VARIABLES).map(({ id }) => id)).toEqual(["salutation", "next_step", "订单号"]);
});

test("what is known stands in its place, what is not stays", () => {
  const text = "{客户称呼}，下一步：{next_step}，{客户称呼}";
  expect(filledIn(text, VARIABLES, { salutation: "王女士", next_step: "  " })).toBe(
    "王女士，下一步：{next_step}，王女士",
  );
});

test("what is filled in is not read again", () => {
  expect(filledIn("{客户称呼}", VARIABLES, { salutation: "{next_step} $&" })).toBe("{next_step} $&");
});

describe("the stroke", () => {
  test.each([
    ["/", 1, ""],
    ["/fa", 3, "fa"],
    ["您好 /进展", 6, "进展"],
    ["您好。/jz", 6, "jz"],
    ["first\n/x", 8, "x"],
  ])("begins in %j", (text, caret, query) => {
    expect(slashAt(text, caret)).toEqual({ from: caret - query.length - 1, to: caret, query });
  });
  test.each([
    ["http://x", 8],
    ["3/5", 3],
    ["和/或", 3],
    ["a / b", 5],
    ["//", 2],
    ["/fa", 0],
  ])("is none in %j", (text, caret) => expect(slashAt(text, caret)).toBeNull());
});

test("keywords come before names, beginnings before parts, and words last", () => {
  const reply = (key: string, keyword: string, zh: string, text: string) =>
    ({ key, keyword, name: { "zh-CN": zh }, text: { "zh-CN": text } }) as unknown as CannedReply;
  const all = [
    reply("d", "", "其他", "关于退款"),
    reply("c", "", "处理退款", ""),
    reply("b", "", "退款说明", ""),
    reply("a", "退款", "x", ""),
    reply("e", "", "y", ""),
  ];
  expect(meant(all, "退款").map(({ key }) => key)).toEqual(["a", "b", "c", "d"]);
  expect(meant(all, "").length).toBe(5);
});
