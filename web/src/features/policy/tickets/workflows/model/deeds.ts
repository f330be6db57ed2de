/** What can be done to a workflow, each as the workflow that comes of it. Pure. */
import { withEntry } from "@/features/policy/entry";
import { type Status, standing, type Transition, type Workflow } from "./flow";

/** Puts a status in the place of the one with its key, or before those that are over. */
export function withStatus(flow: Workflow, status: Status): Workflow {
  if (flow.statuses.some(({ key }) => key === status.key))
    return { ...flow, statuses: withEntry(flow.statuses, status) };
  const isOver = ({ phase }: Status) => phase === "resolved" || phase === "closed";
  const first = flow.statuses.findIndex(isOver);
  const at = first < 0 || isOver(status) ? flow.statuses.length : first;
  return { ...flow, statuses: flow.statuses.toSpliced(at, 0, status) };
}

export const withTransition = (flow: Workflow, transition: Transition): Workflow => ({
  ...flow,
  transitions: withEntry(flow.transitions, transition),
});

/** Why a status has to stay; undefined: it need not. */
export function bound(flow: Workflow, key: string): "initial" | "reopen" | "only" | undefined {
  if (flow.initial === key) return "initial";
  if (flow.reopen.to === key) return "reopen";
  return standing(flow.statuses).length < 2 ? "only" : undefined;
}

/**
 * Takes a status out, and all that leads to it or out of it. What was published is retired instead, because tickets name
 * it; `published`: the workflow as it is in force.
 */
export function withoutStatus(flow: Workflow, key: string, published: Workflow | null): Workflow {
  const gone = flow.transitions.filter(({ from, to }) => to === key || (from.length === 1 && from[0] === key));
  const less = gone.reduce((rest, one) => withoutTransition(rest, one.key, published), flow);
  const transitions = less.transitions.map((one) =>
    one.from.includes(key) && one.from.length > 1 ? { ...one, from: one.from.filter((each) => each !== key) } : one,
  );
  return { ...less, transitions, statuses: without(less.statuses, key, published?.statuses) };
}

export const withoutTransition = (flow: Workflow, key: string, published: Workflow | null): Workflow => ({
  ...flow,
  transitions: without(flow.transitions, key, published?.transitions),
});

function without<T extends { key: string; retired?: boolean }>(all: T[], key: string, published: T[] | undefined): T[] {
  const isPublished = published?.some((one) => one.key === key) ?? false;
  return isPublished
    ? all.map((one) => (one.key === key ? { ...one, retired: true } : one))
    : all.filter((one) => one.key !== key);
}

/** Puts back what was retired. Transitions that went with a status stay retired: each is put back by itself. */
export const restored = (flow: Workflow, list: "statuses" | "transitions", key: string): Workflow => ({
  ...flow,
  [list]: flow[list].map((one) => (one.key === key ? { ...one, retired: false } : one)),
});

/** Another workflow of the same course, without what is retired. */
export const copyOf = (flow: Workflow, key: string, name: Record<string, string>): Workflow => ({
  ...flow,
  key,
  name,
  retired: false,
  statuses: standing(flow.statuses).map((one) => ({ ...one, limits: standing(one.limits ?? []) })),
  transitions: standing(flow.transitions),
});
