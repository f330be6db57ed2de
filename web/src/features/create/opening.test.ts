import { expect, test } from "vitest";
import { problemOf } from "@/lib/api";
import { bodyOf, faultsOf, namedFields } from "./opening";

const entered = { title: "t", category: "c", priority: "P2" };

test("a customer is reached by mail or phone, or known by name alone; nobody named means oneself", () => {
  expect(bodyOf(entered, []).requester).toBeNull();
  expect(bodyOf({ ...entered, phone: "13800000000", name: "周雨" }, []).requester).toEqual({
    mail: null,
    phone: "13800000000",
    name: "周雨",
  });
  expect(bodyOf({ ...entered, name: "周雨" }, []).requester).toEqual({ mail: null, phone: null, name: "周雨" });
  expect(bodyOf({ ...entered, name: " " }, []).requester).toBeNull();
});

test("somebody who is known is named by who they are, not by what stands in the fields", () => {
  const known = { ...entered, requester_id: 7, mail: "a@x.test", name: "周雨" };
  expect(bodyOf(known, []).requester).toEqual({ id: 7, name: "" });
});

test("fields left empty are not sent", () => {
  expect(bodyOf({ ...entered, fields: { a: "", b: null, c: false, d: 0 } }, []).fields).toEqual({ c: false, d: 0 });
});

test("a fault stands at its input", () => {
  const refused = problemOf(400, {
    code: "request.invalid",
    faults: ["title", "requester.mail", "fields.order_number", "tags.0"].map((field) => ({ field, title: "x" })),
  });
  expect(faultsOf(refused).map(({ name }) => name)).toEqual([
    ["title"],
    ["mail"],
    ["fields", "order_number"],
    ["tags"],
  ]);
  expect(namedFields(refused)).toEqual(["order_number"]);
});
