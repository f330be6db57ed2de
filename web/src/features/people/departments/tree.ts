/** Departments as the tree that their parents make. */
import type { Department } from "../queries";

export interface Branch extends Department {
  depth: number;
}

/** Each after its parent, sisters by key. What names a parent that is gone, or stands in a circle, stands at the top. */
export function treeOf(departments: readonly Department[]): Branch[] {
  const keys = new Set(departments.map(({ key }) => key));
  const found: Branch[] = [];
  const put = (one: Department, depth: number) => {
    if (found.some(({ key }) => key === one.key)) return;
    found.push({ ...one, depth });
    for (const child of departments.filter(({ parent }) => parent === one.key)) put(child, depth + 1);
  };
  for (const one of departments.filter(({ parent }) => !parent || !keys.has(parent))) put(one, 0);
  for (const one of departments) put(one, 0);
  return found;
}

/** Where a department can be moved: not beneath itself. */
export function placesFor(departments: readonly Department[], own: string | undefined): Branch[] {
  const all = treeOf(departments);
  const at = all.findIndex(({ key }) => key === own);
  if (at < 0) return all;
  const depth = all[at]?.depth ?? 0;
  const next = all.findIndex((each, place) => place > at && each.depth <= depth);
  return [...all.slice(0, at), ...(next < 0 ? [] : all.slice(next))];
}
