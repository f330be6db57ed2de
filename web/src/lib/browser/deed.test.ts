import { expect, test, vi } from "vitest";
import { onNextDeed } from "./deed";

test("the next deed is heard once; what the page itself does is none", () => {
  const then = vi.fn();
  onNextDeed(then);
  document.body.dispatchEvent(new FocusEvent("focus"));
  expect(then).not.toHaveBeenCalled();
  window.dispatchEvent(new Event("pointerdown"));
  window.dispatchEvent(new Event("keydown"));
  expect(then).toHaveBeenCalledTimes(1);
});

test("what was called off is not heard", () => {
  const then = vi.fn();
  onNextDeed(then)();
  window.dispatchEvent(new Event("keydown"));
  expect(then).not.toHaveBeenCalled();
});
