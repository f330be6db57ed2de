/** What a role grants, as a matrix of actions and scopes. */
import type { Schemas } from "@/lib/api";

export type Matrix = Schemas["Matrix"];
export type Scope = Schemas["GrantBody"]["scope"];
export interface Grant {
  scope: Scope;
  actions: string[];
  keys?: string[];
}

/** From one's own to everything. */
export const SCOPES: readonly Scope[] = ["own", "participating", "team", "led", "department", "organisation", "all"];

/** `<action> <scope>` for each mark of the matrix. */
export type Marks = ReadonlySet<string>;

export const markOf = (action: string, scope: Scope): string => `${action} ${scope}`;

/** Marks are the grants that no team or type narrows. */
export function marksOf(grants: readonly Grant[]): Marks {
  const wide = grants.filter(({ keys = [], scope }) => keys.length === 0 && SCOPES.includes(scope));
  return new Set(wide.flatMap(({ scope, actions }) => actions.map((action) => markOf(action, scope))));
}

/** What a team or type narrows stays as it is: the matrix has no place for it. */
export const narrowOf = (grants: readonly Grant[]): Grant[] =>
  grants.filter(({ keys = [], scope }) => keys.length > 0 || !SCOPES.includes(scope));

/** The body of a request: a grant for each scope that has marks, then what is narrowed. */
export function grantsOf(marks: Marks, narrow: readonly Grant[], actions: readonly string[]): Grant[] {
  const wide = SCOPES.map((scope) => ({
    scope,
    actions: actions.filter((action) => marks.has(markOf(action, scope))),
    keys: [] as string[],
  }));
  return [...wide.filter((grant) => grant.actions.length > 0), ...narrow];
}

export function toggled(marks: Marks, action: string, scope: Scope): Marks {
  const next = new Set(marks);
  if (!next.delete(markOf(action, scope))) next.add(markOf(action, scope));
  return next;
}

export const sameMarks = (left: Marks, right: Marks): boolean =>
  left.size === right.size && [...left].every((mark) => right.has(mark));
