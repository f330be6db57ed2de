/** A condition while it is edited: groups and leaves, either of which may be denied. Pure. */
import type { ConditionLanguage, ConditionOperator } from "@/lib/api/conditions";

/** As the API has it: exactly one of `all`, `any`, `not` or `field` is there. */
export interface Condition {
  all?: readonly Condition[] | null;
  any?: readonly Condition[] | null;
  not?: Condition | null;
  field?: string | null;
  op?: string | null;
  value?: unknown;
}

export interface Leaf {
  kind: "leaf";
  id: number;
  field: string;
  op: string;
  value: unknown;
  isDenied: boolean;
}

export interface Group {
  kind: "group";
  id: number;
  mode: "all" | "any";
  isDenied: boolean;
  parts: readonly Part[];
}

export type Part = Group | Leaf;

let made = 0;
const nextId = () => ++made;

export const leafOf = (field: string, op: string, value: unknown, isDenied = false): Leaf => ({
  kind: "leaf",
  id: nextId(),
  field,
  op,
  value,
  isDenied,
});

export const groupOf = (mode: Group["mode"], parts: readonly Part[], isDenied = false): Group => ({
  kind: "group",
  id: nextId(),
  mode,
  isDenied,
  parts,
});

/** A condition as it is edited. Its root is always a group. */
export function opened(condition: Condition | null | undefined): Group {
  const root = condition ? partOf(condition) : null;
  if (root?.kind === "group") return root;
  return groupOf("all", root ? [root] : []);
}

function partOf({ all, any, not, field, op, value }: Condition): Part {
  if (not) {
    const part = partOf(not);
    return { ...part, isDenied: !part.isDenied };
  }
  if (field) return leafOf(field, op ?? "", value);
  return groupOf(any ? "any" : "all", (any ?? all ?? []).map(partOf));
}

/** What is sent. A list's filter holds nothing that is not filled in: see `missing`. */
export function written(part: Part): Condition {
  const plain: Condition =
    part.kind === "group"
      ? { [part.mode]: part.parts.map(written) }
      : { field: part.field, op: part.op, ...filledIn(part) };
  return part.isDenied ? { not: plain } : plain;
}

const filledIn = ({ value }: Leaf) => (value === undefined || value === null ? {} : { value });

/** How many levels a part takes, as the server counts them. */
export function depthOf(part: Part): number {
  const below = part.kind === "group" ? Math.max(0, ...part.parts.map(depthOf)) : 0;
  return below + 1 + Number(part.isDenied);
}

/** An empty group counts as a leaf. */
export function countOf(part: Part): number {
  if (part.kind === "leaf") return 1;
  return Math.max(
    1,
    part.parts.reduce((sum, each) => sum + countOf(each), 0),
  );
}

/** The tree with one of its parts as `change` has it; null takes it out, and groups that it leaves empty. */
export function changed(root: Group, id: number, change: (part: Part) => Part | null): Group {
  return inside(root, id, change, true) as Group;
}

function inside(part: Part, id: number, change: (part: Part) => Part | null, isRoot = false): Part | null {
  if (part.id === id) return change(part);
  if (part.kind === "leaf") return part;
  const parts = part.parts.flatMap((each) => inside(each, id, change) ?? []);
  return parts.length === 0 && part.parts.length > 0 && !isRoot ? null : { ...part, parts };
}

export function operatorOf(language: ConditionLanguage, { field, op }: Leaf): ConditionOperator | undefined {
  const known = language.fields.find(({ key }) => key === field);
  return known && language.operators[known.type]?.find((each) => each.op === op);
}

/** Leaves that are not filled in, by their ids. */
export function missing(part: Part, language: ConditionLanguage): number[] {
  if (part.kind === "group") return part.parts.flatMap((each) => missing(each, language));
  return isFilled(part.value, operatorOf(language, part)?.shape) ? [] : [part.id];
}

function isFilled(value: unknown, shape: ConditionOperator["shape"] | undefined): boolean {
  if (shape === undefined) return false;
  if (shape === "nothing" || isKnown(value)) return true;
  if (shape === "many") return Array.isArray(value) && value.length > 0;
  if (shape === "range")
    return Array.isArray(value) && value.length === 2 && value.every((each) => isFilled(each, "one"));
  if (shape === "span") return typeof (value as { n?: unknown } | null)?.n === "number";
  return value !== undefined && value !== null && value !== "";
}

/** The value that is left to whoever reads. */
export const isKnown = (value: unknown): value is { known: string } =>
  typeof value === "object" && value !== null && "known" in value;

export interface Fault {
  field: string;
  title: string;
}

/** The faults of a part by its path; those of what stands in it are left to it. */
export function faultsAt(faults: readonly Fault[], path: string, part: Part): Fault[] {
  const own = part.isDenied ? below(path, "not") : path;
  const ends = part.kind === "leaf" ? ["", ".field", ".op", ".value"] : ["", `.${part.mode}`];
  return faults.filter(({ field }) => field === path || ends.some((end) => field === own + end));
}

export const below = (path: string, step: string) => (path ? `${path}.${step}` : step);

/** The path of one of a group's parts. */
export function pathOf(path: string, group: Group, at: number): string {
  return `${below(group.isDenied ? below(path, "not") : path, group.mode)}[${at}]`;
}
