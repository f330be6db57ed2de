import { expect, test } from "vitest";
import { stepped } from "./actions";

const ALL = [
  { key: "a", name: {} },
  { key: "gone", name: {}, retired: true },
  { key: "b", name: {} },
];
const order = (all: { key: string }[] | undefined) => all?.map(({ key }) => key).join(" ");

test("a step goes past what is retired, and no further than the end", () => {
  expect(order(stepped(ALL, "b", -1))).toBe("b gone a");
  expect(order(stepped(ALL, "a", 1))).toBe("b gone a");
  expect(stepped(ALL, "a", -1)).toBeUndefined();
  expect(stepped(ALL, "gone", 1)).toBeUndefined();
  expect(stepped(ALL, "nobody", 1)).toBeUndefined();
});
