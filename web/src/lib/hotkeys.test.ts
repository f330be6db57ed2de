import { renderHook } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { holdHotkeys, isTyping, nameOf, useHotkeys } from "./hotkeys";

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

describe("keys of a page", () => {
  const press = (key: string) => window.dispatchEvent(new KeyboardEvent("keydown", { key }));

  test("a pair is one deed: its second key does nothing by itself", () => {
    const done: string[] = [];
    const hook = renderHook(() => {
      useHotkeys({ "g q": () => done.push("g q") });
      useHotkeys({ q: () => done.push("q"), n: () => done.push("n") });
    });
    press("g");
    press("q");
    press("q");
    press("g");
    press("n");
    expect(done).toEqual(["g q", "q", "n"]);
    hook.unmount();
    press("q");
    expect(done).toHaveLength(3);
  });

  test("none acts while something lies over the page", () => {
    const done: string[] = [];
    const hook = renderHook(() => useHotkeys({ r: () => done.push("r") }));
    const release = holdHotkeys();
    press("r");
    release();
    expect(done).toEqual([]);
    press("r");
    expect(done).toEqual(["r"]);
    hook.unmount();
  });
});
