/**
 * What is made from a source: types of the API from the server's OpenAPI document (`gongdan openapi > openapi.json`), and
 * the variables of the style sheets from the tokens. `npm run gen` writes them; with `--check` nothing is written, and it
 * fails when what is committed is not what the sources say.
 */
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const here = (path) => new URL(path, import.meta.url);

const keyword = (kind) => ts.factory.createKeywordTypeNode(kind);
const OPEN_RECORD = ts.factory.createTypeReferenceNode("Record", [
  keyword(ts.SyntaxKind.StringKeyword),
  keyword(ts.SyntaxKind.UnknownKeyword),
]);

/** An object that names no members may hold any; the generator alone would take it to hold none. */
function transform(schema) {
  const isOpen = schema.type === "object" && !schema.properties && !schema.additionalProperties;
  return isOpen ? OPEN_RECORD : undefined;
}

const nodes = await openapiTS(here("../openapi.json"), { defaultNonNullable: false, transform });
const types = `/* Made by tools/gen.mjs from openapi.json. */\n\n${astToString(nodes)}`;

/** A size is in pixels, a time in milliseconds, a layer a plain number; a colour is light and dark. */
const UNITS = { layer: "", motion: "ms" };

function variables({ $comment, colour, chart, ...scales }) {
  const paint = (name, [light, dark]) => `  --${name}: light-dark(${light}, ${dark});`;
  const lines = Object.entries(scales).flatMap(([scale, steps]) =>
    Object.entries(steps).map(([step, size]) => `  --${scale}-${step}: ${size}${UNITS[scale] ?? "px"};`),
  );
  const colours = Object.entries(colour).map(([name, pair]) => paint(name, pair));
  const charts = chart.map((pair, at) => paint(`chart-${at + 1}`, pair));
  return [...lines, ...colours, ...charts].join("\n");
}

const tokens = JSON.parse(await readFile(here("../src/ui/tokens/tokens.json"), "utf8"));
const styles = `/* Made by tools/gen.mjs from tokens.json. */\n:root {\n${variables(tokens)}\n}\n`;

const MADE = { "src/lib/api/schema.gen.ts": types, "src/ui/tokens/tokens.gen.css": styles };

for (const [path, text] of Object.entries(MADE)) {
  const target = here(`../${path}`);
  if (!process.argv.includes("--check")) await writeFile(target, text);
  else if ((await readFile(target, "utf8").catch(() => "")) !== text) {
    console.error(`${path} is not what its source says: run \`npm run gen\`.`);
    process.exitCode = 1;
  }
}
