import { expect, test } from "vitest";
import { namesOf } from "./names";

const NAMES: Record<string, string> = { mail: "邮箱", name: "姓名", imap: "服务器", smtp: "服务器" };

test.each([
  ["nothing changed", [], []],
  ["each has its name", ["mail", "name"], ["邮箱", "姓名"]],
  ["two of one name are one", ["imap", "smtp", "mail"], ["服务器", "邮箱"]],
  ["what has no name is not left out", ["mail", "login"], ["邮箱", "其他"]],
  ["and is named once", ["login", "mail", "secrets"], ["邮箱", "其他"]],
])("%s", (_what, fields, names) => {
  expect(namesOf(fields, (field) => NAMES[field], "其他")).toEqual(names);
});
