/**
 * Types of the API from the server's OpenAPI document: `gongdan openapi > openapi.json`, then `npm run gen`.
 * With `--check` nothing is written; it fails when the committed types are not those of the document.
 */
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const here = (path) => new URL(path, import.meta.url);
const TARGET = here("../src/lib/schema.gen.ts");

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

if (process.argv.includes("--check")) {
  if ((await readFile(TARGET, "utf8")) !== types) {
    console.error("src/lib/schema.gen.ts is not what openapi.json says: run `npm run gen`.");
    process.exit(1);
  }
} else {
  await writeFile(TARGET, types);
}
