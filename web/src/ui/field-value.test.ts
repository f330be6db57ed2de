import { expect, test } from "vitest";
import { customValue } from "./field-value";

test("money is shown in whole units and kept in minor ones", () => {
  const { show, read } = customValue("money", "Asia/Shanghai");
  expect(read(12.5)).toBe(1250);
  expect(read(0.29)).toBe(29);
  expect(show(1250)).toBe(12.5);
  expect(read(null)).toBeNull();
});

test("an instant is shown by the reader's clocks and kept with its zone", () => {
  const { show, read } = customValue("instant", "Asia/Shanghai");
  expect(read("2026-11-22T14:05")).toBe("2026-11-22T06:05:00.000Z");
  expect(show("2026-11-22T06:05:00.000Z")).toBe("2026-11-22T14:05");
  expect(read("")).toBeNull();
});

test("all other kinds are kept as they are shown", () => {
  for (const value of ["a", 3, true, ["a", "b"], undefined]) {
    expect(customValue("text", "UTC").read(value)).toBe(value);
  }
});
