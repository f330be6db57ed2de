import { expect, test } from "vitest";
import type { ViewInfo } from "../slice";
import { saysNothing } from "./display";

const MINE = { field: "assignee", op: "is", value: { known: "me" } };
const OPEN = { not: { field: "phase", op: "is_any", value: ["closed"] } };

test.each([
  [MINE, ["assignee"]],
  [{ all: [MINE, OPEN] }, ["assignee"]],
  [{ all: [{ ...MINE, field: "requester" }] }, ["requester"]],
  [{ any: [MINE, OPEN] }, []],
  [{ not: MINE }, []],
  [{ all: [{ ...MINE, value: 17 }] }, []],
  [null, []],
])("nobody reads their own name in each row of a list of their own: %o", (condition, columns) => {
  expect(saysNothing({ key: "v1", condition } as unknown as ViewInfo)).toEqual(columns);
});
