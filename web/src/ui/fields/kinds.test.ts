import { expect, test } from "vitest";
import { optionsOf, wayTo } from "./editors/cascade";
import type { CustomField } from "./kind";
import { KINDS, kindOf, valueInWords } from "./kinds";

const words = {
  t: (key: string) => (key === "common.list_comma" ? "、" : key),
  local: (name: Record<string, string> | null | undefined) => name?.en ?? "",
  exact: (at: string) => `exactly ${at}`,
};
const field = (kind: string): CustomField => ({
  key: "x",
  name: {},
  kind,
  help: {},
  choices: [
    { key: "a", name: { en: "Alpha" } },
    { key: "b", name: { en: "Beta" }, retired: true },
  ],
});

test("money is shown in whole units and kept in minor ones", () => {
  const { show, read } = kindOf("money");
  expect(read?.(12.5, "UTC")).toBe(1250);
  expect(read?.(0.29, "UTC")).toBe(29);
  expect(show?.(1250, "UTC")).toBe(12.5);
  expect(read?.(null, "UTC")).toBeNull();
});

test("an instant is shown by the reader's clocks and kept with its zone", () => {
  const { show, read } = kindOf("instant");
  expect(read?.("2026-11-22T14:05", "Asia/Shanghai")).toBe("2026-11-22T06:05:00.000Z");
  expect(show?.("2026-11-22T06:05:00.000Z", "Asia/Shanghai")).toBe("2026-11-22T14:05");
  expect(read?.("", "Asia/Shanghai")).toBeNull();
});

test("a value is said in the words of its kind", () => {
  const said = (kind: string, value: unknown) => valueInWords(field(kind), value, words);
  expect(said("money", 1250)).toBe("12.50");
  expect(said("bool", false)).toBe("common.no");
  expect(said("choice", "b")).toBe("Beta");
  expect(said("choice", "gone")).toBe("gone");
  expect(said("set", ["a", "b"])).toBe("Alpha、Beta");
  expect(said("instant", "2026-11-22T06:05:00Z")).toBe("exactly 2026-11-22T06:05:00Z");
  expect(said("number", 0)).toBe("0");
});

test("a cascade is said from its top, and offers what is in use", () => {
  const places = {
    ...field("cascade"),
    choices: [
      { key: "a", name: { en: "Alpha" } },
      { key: "b", name: { en: "Beta" }, parent: "a" },
      { key: "gone", name: { en: "Gone" }, parent: "a", retired: true },
      { key: "x", name: { en: "X" }, parent: "y" },
      { key: "y", name: { en: "Y" }, parent: "x" },
    ],
  };
  expect(valueInWords(places, "b", words)).toBe("Alpha / Beta");
  expect(valueInWords(places, "x", words)).toBe("Y / X");
  expect(valueInWords(places, "lost", words)).toBe("lost");
  expect(optionsOf(places, words)).toEqual([{ value: "b", label: "Alpha / Beta" }]);
  expect(wayTo(places, "b")).toEqual(["a", "b"]);
  expect(wayTo(places, null)).toEqual([]);
});

test("nothing is said to be nothing, of every kind", () => {
  for (const kind of Object.keys(KINDS)) {
    expect(valueInWords(field(kind), null, words)).toBe("common.nothing");
    expect(valueInWords(field(kind), "", words)).toBe("common.nothing");
  }
});

test("a kind that only a newer server knows is a line of text", () => {
  expect(valueInWords(field("hologram"), "x", words)).toBe("x");
});
