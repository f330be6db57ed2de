import { describe, expect, test } from "vitest";
import { isTyping, nameOf } from "./hotkeys";

describe("keys are named as they are listed", () => {
  test.each<[string, KeyboardEventInit]>([
    ["j", { key: "j" }],
    ["?", { key: "?", shiftKey: true }],
    ["mod+k", { key: "k", ctrlKey: true }],
    ["mod+k", { key: "K", metaKey: true }],
    ["alt+t", { key: "†", code: "KeyT", altKey: true }],
    ["enter", { key: "Enter" }],
  ])("%s", (name, init) => {
    expect(nameOf(new KeyboardEvent("keydown", init))).toBe(name);
  });
});

test("letters belong to the field in which a person types", () => {
  document.body.innerHTML = '<textarea></textarea><div role="dialog"><a href="#">x</a></div><button>y</button>';
  expect(isTyping(document.querySelector("textarea"))).toBe(true);
  expect(isTyping(document.querySelector("a"))).toBe(true);
  expect(isTyping(document.querySelector("button"))).toBe(false);
  expect(isTyping(null)).toBe(false);
});
