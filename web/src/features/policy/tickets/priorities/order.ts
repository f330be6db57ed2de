import type { Schemas } from "@/lib/api";

export type Priority = Schemas["Priority"];

/** Most urgent first; what is retired stands last. */
export const ordered = (all: readonly Priority[]): Priority[] =>
  [...all].sort((one, other) => Number(one.retired ?? false) - Number(other.retired ?? false) || one.rank - other.rank);

/** One step up or down: the two change ranks. Undefined: there is no further. */
export function moved(all: readonly Priority[], key: string, by: 1 | -1): Priority[] | undefined {
  const beside = ordered(all).filter(({ retired }) => !retired);
  const at = beside.findIndex((one) => one.key === key);
  const [one, other] = [beside[at], beside[at + by]];
  if (at < 0 || !one || !other) return undefined;
  return all.map((each) => {
    if (each.key === one.key) return { ...each, rank: other.rank };
    return each.key === other.key ? { ...each, rank: one.rank } : each;
  });
}

/** The rank of one that is less urgent than all there are. */
export const lastRank = (all: readonly Priority[]): number => Math.max(-1, ...all.map(({ rank }) => rank)) + 1;
