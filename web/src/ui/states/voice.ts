/** Words over the page: what was done, what failed, and questions. What shows them is loaded when first spoken to. */
import type { useAppProps } from "antd/es/app/context";
import { createStore } from "@/lib/store";

export type Voice = Pick<useAppProps, "message" | "modal">;

/** How a question is put. */
type Question = Parameters<Voice["modal"]["confirm"]>[0];

/** Whether anybody has spoken: then the page brings what is heard. */
export const isSpoken = createStore(false);

let heard: Voice | null = null;
let waiting: ((voice: Voice) => void)[] = [];

/** The page says by what words are shown from now on; `null` when it goes. */
export function giveVoice(voice: Voice | null): void {
  heard = voice;
  if (!voice) return;
  const all = waiting;
  waiting = [];
  for (const speak of all) speak(voice);
}

/** In the order in which it was said, also what was said before it could be shown. */
function say(speak: (voice: Voice) => void): void {
  if (heard) speak(heard);
  else waiting.push(speak);
  isSpoken.set(true);
}

type Message = Parameters<Voice["message"]["success"]>[0];

const message = {
  success: (words: Message) => say((voice) => void voice.message.success(words)),
  info: (words: Message) => say((voice) => void voice.message.info(words)),
  warning: (words: Message) => say((voice) => void voice.message.warning(words)),
  error: (words: Message) => say((voice) => void voice.message.error(words)),
  /** Takes back what was said under this key. */
  destroy: (key: string) => say((voice) => voice.message.destroy(key)),
};

const modal = {
  /** Whether the person agrees. */
  confirm: (question: Question) =>
    new Promise<boolean>((settle) =>
      say((voice) => void voice.modal.confirm(question).then(settle, () => settle(false))),
    ),
};

const voice = { message, modal };

export function useVoice(): typeof voice {
  return voice;
}
