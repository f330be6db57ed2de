/** What somebody is choosing about their notices, before it is saved. */
import type { Schemas } from "@/lib/api";

type Kept = Schemas["MyNotices"];
type Asked = Schemas["SetMyNotices"];
export type Cell = Schemas["NoticeCell"];

export interface Draft {
  /** `<meaning>.<channel>` → on. */
  on: ReadonlyMap<string, boolean>;
  quiet: boolean;
  start: string;
  until: string;
  days: readonly number[];
  digest: Kept["digest"];
  digestAt: string;
}

export const cellKey = (meaning: string, channel: string): string => `${meaning}.${channel}`;

export function draftOf(kept: Kept): Draft {
  const on = kept.meanings.flatMap((meaning) =>
    Object.entries(meaning.channels).map(([channel, cell]) => [cellKey(meaning.key, channel), cell.on] as const),
  );
  return {
    on: new Map(on),
    quiet: kept.quiet !== null,
    start: kept.quiet?.start ?? "22:00",
    until: kept.quiet?.until ?? "08:00",
    days: kept.days,
    digest: kept.digest,
    digestAt: kept.digest_at,
  };
}

/** Only what differs from the workspace's own is said: the rest follows the workspace. */
export function askedBy(draft: Draft, kept: Kept): Asked {
  const choices: Record<string, Record<string, boolean>> = {};
  for (const meaning of kept.meanings)
    for (const [channel, cell] of Object.entries(meaning.channels)) {
      const on = draft.on.get(cellKey(meaning.key, channel)) ?? cell.on;
      if (on !== cell.default && !cell.fixed) choices[meaning.key] = { ...choices[meaning.key], [channel]: on };
    }
  return {
    choices,
    quiet: draft.quiet ? { start: draft.start, until: draft.until } : null,
    days: [...draft.days].sort(),
    digest: draft.digest,
    digest_at: draft.digestAt,
  };
}

/** As the workspace has it. */
export function byDefault(draft: Draft, kept: Kept): Draft {
  const on = kept.meanings.flatMap((meaning) =>
    Object.entries(meaning.channels).map(([channel, cell]) => [cellKey(meaning.key, channel), cell.default] as const),
  );
  return { ...draft, on: new Map(on), quiet: false, days: [1, 2, 3, 4, 5, 6, 7], digest: "off" };
}

/** What keeps a draft from being saved. */
export function flawOf(draft: Draft): "days" | "same" | null {
  if (draft.days.length === 0) return "days";
  return draft.quiet && draft.start === draft.until ? "same" : null;
}
