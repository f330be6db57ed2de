import { expect, test, vi } from "vitest";
import { giveVoice, isSpoken, useVoice, type Voice } from "./voice";

test("what is said before it can be shown is shown afterwards, in its order", async () => {
  const shown: unknown[] = [];
  const { message, modal } = useVoice();
  expect(isSpoken.get()).toBe(false);

  message.success("sent");
  message.error("refused");
  const answer = modal.confirm({ title: "sure?" });
  expect(isSpoken.get()).toBe(true);

  const push = vi.fn((words: unknown) => shown.push(words));
  const confirm = ({ title }: { title: string }) => {
    shown.push(title);
    return Promise.resolve(true);
  };
  giveVoice({ message: { success: push, error: push }, modal: { confirm } } as unknown as Voice);
  expect(shown).toEqual(["sent", "refused", "sure?"]);
  expect(await answer).toBe(true);

  message.success("at once");
  expect(shown.at(-1)).toBe("at once");
  giveVoice(null);
});
