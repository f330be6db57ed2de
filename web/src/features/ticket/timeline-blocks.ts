/** How a log becomes a conversation: messages stand alone, runs of events fold together. Pure. */
import type { Entry } from "./queries";

export const FILTERS = ["all", "messages", "notes", "events"] as const;
export type Filter = (typeof FILTERS)[number];

export type Block = { kind: "message"; entry: Entry } | { kind: "events"; entries: Entry[] };

export function isNote(entry: Entry): boolean {
  return entry.message != null && entry.message.audience === "internal";
}

/** A ticket may be opened with a title alone: then there is nothing to read. */
function saysNothing({ message }: Entry): boolean {
  return message != null && !message.redacted && !message.text && !message.html && message.files.length === 0;
}

export function isShown(entry: Entry, filter: Filter): boolean {
  if (saysNothing(entry)) return false;
  if (filter === "all") return true;
  if (filter === "notes") return isNote(entry);
  return filter === "messages" ? entry.message != null && !isNote(entry) : entry.message == null;
}

export function blocksOf(timeline: readonly Entry[], filter: Filter): Block[] {
  const blocks: Block[] = [];
  for (const entry of timeline) {
    if (!isShown(entry, filter)) continue;
    const last = blocks.at(-1);
    if (entry.message) blocks.push({ kind: "message", entry });
    else if (last?.kind === "events") last.entries.push(entry);
    else blocks.push({ kind: "events", entries: [entry] });
  }
  return blocks;
}

/** Runs longer than this fold, and show their last line. */
export const FOLD_BEYOND = 3;

/** How many of a run's first lines are folded away. */
export function foldedCount(entries: readonly Entry[]): number {
  return entries.length > FOLD_BEYOND ? entries.length - 1 : 0;
}
