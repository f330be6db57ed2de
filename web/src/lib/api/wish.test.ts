import { expect, test } from "vitest";
import { asOneWish } from "./wish";

const sent: string[] = [];
const send = (key: { "Idempotency-Key": string }) => {
  sent.push(key["Idempotency-Key"]);
  return Promise.resolve("granted");
};
const lose = (key: { "Idempotency-Key": string }) => {
  sent.push(key["Idempotency-Key"]);
  return Promise.reject(new Error("lost"));
};

test("a wish whose answer was lost is the same wish when it is sent again", async () => {
  await expect(asOneWish(["reply", "a"], lose)).rejects.toThrow("lost");
  await asOneWish(["reply", "a"], send);
  expect(sent.at(-1)).toBe(sent.at(-2));
});

test("a corrected word makes another wish", async () => {
  await expect(asOneWish(["reply", "b"], lose)).rejects.toThrow("lost");
  await asOneWish(["reply", "b!"], send);
  expect(sent.at(-1)).not.toBe(sent.at(-2));
});

test("the same words once more, after they were granted, are another wish", async () => {
  await asOneWish(["reply", "c"], send);
  await asOneWish(["reply", "c"], send);
  expect(sent.at(-1)).not.toBe(sent.at(-2));
});
