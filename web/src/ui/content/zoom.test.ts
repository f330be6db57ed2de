import { expect, test } from "vitest";
import { nearer, WHOLE } from "./zoom";

test.each([
  [1, 1, 1.5],
  [1.5, -1, 1],
  [2, 1, 3],
  [8, 1, 8],
  [WHOLE, -1, WHOLE],
] as const)("at %d a step of %d leads to %d", (zoom, by, then) => expect(nearer(zoom, by)).toBe(then));
