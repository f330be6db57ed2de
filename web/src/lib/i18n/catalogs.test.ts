import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import en from "./en";
import zh from "./zh-CN";

const SOURCES = join(import.meta.dirname, "../..");

function leaves(tree: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === "string") found.set(at, value);
    else for (const [inner, text] of leaves(value as object, at)) found.set(inner, text);
  }
  return found;
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) && !/\.(test|gen)\./.test(name) ? [path] : [];
  });
}

/** Texts that only some screens load, beneath the name of their file. */
function areas(locale: string): object {
  const folder = join(import.meta.dirname, locale, "areas");
  const texts = readdirSync(folder).map((name) => [
    name.replace(".json", ""),
    JSON.parse(readFileSync(join(folder, name), "utf8")),
  ]);
  return Object.fromEntries(texts);
}

const chinese = leaves({ ...zh, ...areas("zh-CN") });
const english = leaves({ ...en, ...areas("en") });
const code = sources(SOURCES).map((path) => ({
  path: path.slice(SOURCES.length + 1),
  text: readFileSync(path, "utf8"),
}));
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, "");

test("both languages say the same things", () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
});

test("both languages use the same values", () => {
  const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
  for (const [key, text] of chinese) expect(values(english.get(key) ?? ""), key).toEqual(values(text));
});

test("no text is empty, no Chinese stands in the English catalogue but the names of languages", () => {
  for (const [key, text] of [...chinese, ...english]) expect(text.trim(), key).not.toBe("");
  for (const [key, text] of english) if (key !== "shell.language") expect(text, key).not.toMatch(/\p{Script=Han}/u);
});

describe("sources", () => {
  test.each(code)("$path holds no Chinese words", ({ text }) => {
    const bare = withoutComments(text).replaceAll(/[，。；、：（）“”]/gu, "");
    expect(bare.match(/\p{Script=Han}+/gu)).toBeNull();
  });

  test.each(code)("$path says only what the catalogues hold", ({ text }) => {
    const asked = [...text.matchAll(/\bt\(\s*"([\w.]+)"/g)].map(([, key]) => key ?? "");
    for (const key of asked) expect(chinese.has(key), key).toBe(true);
  });

  test.each(code)("$path completes its keys beneath a branch that exists", ({ text }) => {
    const asked = [...text.matchAll(/\bt\(\s*`([\w.]+)\.\$\{/g)].map(([, key]) => key ?? "");
    for (const key of asked)
      expect(
        [...chinese.keys()].some((each) => each.startsWith(`${key}.`)),
        key,
      ).toBe(true);
  });

  test.each(code)("$path writes no words between its tags", ({ path, text }) => {
    if (!path.endsWith(".tsx")) return;
    const words = [...withoutComments(text).matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+)\s*</g)].map(([, said]) => said);
    expect(words).toEqual([]);
  });

  test.each(code)("$path has at most 250 lines", ({ text }) => {
    expect(text.split("\n").length).toBeLessThanOrEqual(250);
  });
});

test("features know nothing of each other, ui and lib nothing of features", () => {
  for (const { path, text } of code) {
    const own = path.match(/^features\/(\w+)\//)?.[1];
    const used = [...text.matchAll(/from "@\/features\/(\w+)\//g)].map(([, name]) => name);
    if (own)
      expect(
        used.filter((name) => name !== own),
        path,
      ).toEqual([]);
    if (/^(ui|lib)\//.test(path)) expect(used, path).toEqual([]);
  }
});
