import { afterEach, expect, test, vi } from "vitest";
import { chooseLocale, currentLocale, keptLocale, showLocale } from "./index";

afterEach(async () => {
  vi.restoreAllMocks();
  await chooseLocale("zh-CN");
});

test("the first language that is known is spoken, and not kept", async () => {
  await showLocale([undefined, "fr-FR", "en-GB", "zh-CN"]);
  expect(currentLocale()).toBe("en");
  expect(keptLocale()).toBe("zh-CN");
  await showLocale(["ja"]);
  expect(currentLocale()).toBe("zh-CN");
});

test("a browser that forbids its store forbids no language", async () => {
  const forbid = () => {
    throw new DOMException("no", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: forbid, setItem: forbid });
  await chooseLocale("en");
  expect(currentLocale()).toBe("en");
  expect(keptLocale()).toBeUndefined();
  vi.unstubAllGlobals();
});
