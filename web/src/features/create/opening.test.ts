import { expect, test } from "vitest";
import { problemOf } from "@/lib/api";
import { bodyOf, faultsOf, filledBy, namedFields, prefixed } from "./opening";

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

test("a template fills in what nobody entered, and takes back its own words", () => {
  const bug = { type: "tech", category: "fault", priority: null, title: "[Fault] ", text: "What:", fields: [] };
  const refund = { ...bug, type: "order", category: null, title: "[Refund] ", fields: [{ field: "amount", value: 1 }] };
  const first = filledBy(bug, { priority: "P1" }, undefined);
  expect(first).toMatchObject({ type: "tech", category: "fault", priority: "P1", title: "[Fault] ", text: "What:" });
  expect(filledBy(refund, first, bug)).toMatchObject({ type: "order", title: "[Refund] ", fields: { amount: 1 } });
  const typed = { ...first, title: "[Fault] no sound", fields: { amount: 2 } };
  expect(filledBy(refund, typed, bug)).toMatchObject({ title: "[Fault] no sound", fields: { amount: 2 } });
});

test("a title is offered its category once", () => {
  expect(prefixed("no sound", "Fault")).toBe("[Fault] no sound");
  expect(prefixed("", "Fault")).toBe("[Fault] ");
  expect(prefixed("[Other] no sound", "Fault")).toBeUndefined();
  expect(prefixed("no sound", "")).toBeUndefined();
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
