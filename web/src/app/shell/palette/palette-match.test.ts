import { expect, test } from "vitest";
import type { Command } from "@/ui/commands";
import { matching } from "./palette-match";

const command = (title: string): Command => ({ id: title, title, run: () => undefined });
const commands = ["View: Mine", "View: At risk", "New ticket"].map(command);
const found = (text: string) => matching(text, commands, (number) => command(`#${number}`)).map(({ title }) => title);

test("every word that was typed must be there, in any order", () => {
  expect(found("")).toHaveLength(3);
  expect(found("risk view")).toEqual(["View: At risk"]);
  expect(found("nothing")).toEqual([]);
});

test("a number leads to its ticket", () => {
  expect(found("gd-20261122-00042")).toEqual(["#GD-20261122-00042"]);
  expect(found("view")).not.toContain("#VIEW");
});
