/** A workflow as a drawing: what stands in it, and the ways between. Pure. */
import type { Bundle } from "@/features/policy/draft";

export type Workflow = Bundle["workflows"][number];
export type Status = Workflow["statuses"][number];
export type Transition = Workflow["transitions"][number];
export type StatusLimit = NonNullable<Status["limits"]>[number];
export type Action = StatusLimit["actions"][number];

export const PHASES = ["new", "open", "waiting_customer", "waiting_internal", "review", "resolved", "closed"] as const;
export const COLOURS = ["grey", "blue", "cyan", "gold", "orange", "red", "purple", "green"] as const;

/** All that leads from one status to another: one line of the drawing. */
export interface Way {
  id: string;
  from: string;
  to: string;
  transitions: readonly Transition[];
  /** The rule of reopening leads here too. */
  reopens: boolean;
}

export const standing = <T extends { retired?: boolean }>(entries: readonly T[]): T[] =>
  entries.filter(({ retired }) => !retired);

/** The ways of the drawing, in the order of the definition. What names a status that is gone is left out. */
export function waysOf(flow: Workflow): Way[] {
  const keys = new Set(standing(flow.statuses).map(({ key }) => key));
  const ways = new Map<string, Way>();
  const add = (from: string, to: string, transition?: Transition) => {
    if (!keys.has(from) || !keys.has(to)) return;
    const id = `${from}>${to}`;
    const way = ways.get(id) ?? { id, from, to, transitions: [], reopens: false };
    ways.set(id, {
      ...way,
      transitions: transition ? [...way.transitions, transition] : way.transitions,
      reopens: way.reopens || !transition,
    });
  };
  for (const one of standing(flow.transitions)) for (const from of one.from) add(from, one.to, one);
  for (const { key, phase } of standing(flow.statuses)) if (phase === "closed") add(key, flow.reopen.to);
  return [...ways.values()];
}

/** The transitions that may be taken from a status, in their order. */
export const leaving = (flow: Workflow, status: string): Transition[] =>
  standing(flow.transitions).filter(({ from }) => from.includes(status));
