/** How a log becomes a conversation: messages and reopenings stand alone, runs of events fold together. Pure. */
import type { Entry } from "@/features/ticket/queries";

export const FILTERS = ["all", "messages", "notes", "events"] as const;
export type Filter = (typeof FILTERS)[number];

export type Block =
  | { kind: "message" | "reopening"; entry: Entry }
  | { kind: "events"; entries: Entry[] }
  /** After this entry others were not read yet. */
  | { kind: "hole"; after: string };

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

/** Of entries that are shown. */
export function blocksOf(timeline: readonly Entry[], holes: ReadonlySet<string> = new Set()): Block[] {
  const blocks: Block[] = [];
  for (const entry of timeline) {
    const last = blocks.at(-1);
    if (entry.message) blocks.push({ kind: "message", entry });
    else if (isReopening(entry)) blocks.push({ kind: "reopening", entry });
    else if (last?.kind === "events") last.entries.push(entry);
    else blocks.push({ kind: "events", entries: [entry] });
    if (holes.has(entry.key)) blocks.push({ kind: "hole", after: entry.key });
  }
  return blocks;
}

/** It came back after it had ended: whoever has it must not overlook that. */
export function isReopening({ kind, data }: Entry): boolean {
  const ended = (phase: unknown) => phase === "resolved" || phase === "closed";
  return kind === "ticket.moved" && ended(data.before_phase) && !ended(data.after_phase);
}

/** Runs longer than this fold, and show their last line. */
export const FOLD_BEYOND = 3;

/** How many of a run's first lines are folded away; none where it is the events that were asked for. */
export function foldedCount(entries: readonly Entry[], filter: Filter, missing = 0): number {
  return filter !== "events" && entries.length + missing > FOLD_BEYOND ? entries.length - 1 : 0;
}
