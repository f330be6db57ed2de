/** Sizes and colours have one source (spec 09): style sheets take them from the tokens. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const SIZED =
  /(?<![\w-])((?:padding|margin|gap|row-gap|column-gap)(?:-[a-z-]+)?|font-size|font|border-radius|z-index|transition|animation): ([^;{}]+)/g;

const WRONG: Record<string, RegExp> = {
  // A hair of one pixel is no step of the scale; `100vw - 720px` is a measure of the page.
  padding: /(?<![\d.])(?!1px)\d+(\.\d+)?px(?! *\))/,
  "font-size": /px/,
  font: /^\s*\d+px/,
  "border-radius": /px/,
  "z-index": /\d/,
  transition: /(?<![\d.])\d*\.?\d+m?s/,
  // What goes round for as long as somebody waits is no answer to a deed.
  animation: /(?<![\d.])0?\.\d+s/,
};

const kindOf = (property: string) => (/^(padding|margin|.*gap)/.test(property) ? "padding" : property);

const sheets = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".module.css"))
  .map((path) => `src/${path}`);

test("there are style sheets to look at", () => expect(sheets.length).toBeGreaterThan(20));

test.each(sheets)("%s takes sizes and colours from the tokens", (path) => {
  const text = readFileSync(path, "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
  const literal = [...text.matchAll(SIZED)]
    .filter(([, property = "", value = ""]) => WRONG[kindOf(property)]?.test(value.replaceAll(/max\([^;]*\)/g, "")))
    .map(([whole]) => whole);
  const colours = text.match(/#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(|light-dark\(/gi) ?? [];
  expect([...literal, ...colours]).toEqual([]);
});
