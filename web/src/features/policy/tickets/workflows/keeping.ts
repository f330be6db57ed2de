import { useRef, useState } from "react";
import type { DraftSection } from "@/features/policy/draft";
import { withEntry } from "@/features/policy/entry";
import { useWords } from "@/lib/words";
import { useVoice } from "@/ui/states/voice";
import type { Workflow } from "./model/flow";

type Change = (flow: Workflow) => Workflow;

export interface Keeping {
  /**
   * Writes what a deed makes of the workflow into the draft, one deed after the other, each on what the one before
   * left. Throws the refusal.
   */
  save: (change: Change) => Promise<void>;
  /** The same, for what no form says: a refusal is told, and false given. */
  keep: (change: Change, said: string) => Promise<boolean>;
  /** Takes the last deed of this page back; undefined: there is none. */
  undo: (() => void) | undefined;
  /** Counts the deeds: forms begin anew with it. */
  round: number;
}

const MOST_UNDONE = 50;

/** The deeds on one workflow. What others changed of it meanwhile is a clash, and told by the page of the section. */
export function useKeeping({ value: all = [], save }: DraftSection<Workflow[]>, key: string): Keeping {
  const { t, problem } = useWords();
  const { message } = useVoice();
  const [past, setPast] = useState<readonly Workflow[]>([]);
  const [round, setRound] = useState(0);
  const latest = useRef({ all, save });
  const [line, waiting] = [useRef<Promise<unknown>>(Promise.resolve()), useRef(0)];
  latest.current.save = save;
  if (waiting.current === 0) latest.current.all = all;

  const inTurn = (change: Change): Promise<Workflow | undefined> => {
    const run = async () => {
      try {
        const { all: now, save } = latest.current;
        const before = now.find((one) => one.key === key);
        if (!before) return undefined;
        const next = change(before);
        if (next === before) return undefined;
        latest.current.all = await save(withEntry(now, next), now);
        setRound((n) => n + 1);
        return before;
      } finally {
        waiting.current -= 1;
      }
    };
    waiting.current += 1;
    const done = line.current.then(run);
    line.current = done.catch(() => undefined);
    return done;
  };
  const tell = (error: unknown) => message.error(problem(error).title);
  const write = async (change: Change) => {
    const before = await inTurn(change);
    if (before) setPast((all) => [...all.slice(1 - MOST_UNDONE), before]);
  };
  const undo = async () => {
    const before = past.at(-1);
    if (!before) return;
    try {
      setPast(past.slice(0, -1));
      await inTurn(() => before);
      message.success(t("workflows.undone"));
    } catch (error) {
      tell(error);
    }
  };
  const keep = async (change: Change, said: string) => {
    try {
      await write(change);
      message.success(said);
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  };
  return { save: write, keep, undo: past.length > 0 ? undo : undefined, round };
}
