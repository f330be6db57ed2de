/** The actions of a macro as its form holds them: one kind, and what is chosen for it. Pure. */
import { nameOf, type Texts, textsOf } from "@/features/policy/entry";
import type { MacroAction } from "@/lib/api/macros";

export const KINDS = [
  "status",
  "assignee",
  "team",
  "claim",
  "priority",
  "category",
  "type",
  "tags",
  "watch",
  "reply",
  "note",
  "spam",
  "trash",
] as const;

/** Of the list, or `fields.<key>`; `unspam` and `untrash` come from elsewhere and are kept. */
export type StepKind = (typeof KINDS)[number] | "unspam" | "untrash" | `fields.${string}`;

export interface EnteredStep {
  kind: StepKind;
  value?: unknown;
  add?: string[];
  remove?: string[];
  text?: Partial<Texts>;
  reason?: MacroAction["reason"];
}

export const NONE = "none";
const orNone = (value: unknown) => (value === null ? NONE : String(value));
const orNull = (value: unknown) => (value === NONE ? null : String(value));

/** One action may hold several values; each is a step. */
export function stepsOf(action: MacroAction): EnteredStep[] {
  const { values = {}, add_tags = [], remove_tags = [], team, assignee_id, move_to, watching, say, text } = action;
  const steps: EnteredStep[] = Object.entries(values).map(([kind, value]) => ({
    kind: kind as StepKind,
    value: kind.startsWith("fields.") ? value : orNone(value),
  }));
  if (add_tags.length + remove_tags.length > 0) steps.push({ kind: "tags", add: add_tags, remove: remove_tags });
  if (team !== undefined) steps.push({ kind: "team", value: orNone(team) });
  if (assignee_id !== undefined) steps.push({ kind: "assignee", value: orNone(assignee_id) });
  if (move_to) steps.push({ kind: "status", value: move_to, reason: action.reason });
  if (typeof watching === "boolean") steps.push({ kind: "watch", value: watching ? "on" : "off" });
  if (action.claim) steps.push({ kind: "claim" });
  if (say) steps.push({ kind: say, text: textsOf(text) });
  if (action.put_away) steps.push({ kind: action.put_away });
  if (action.take_out) steps.push({ kind: `un${action.take_out}` });
  return steps;
}

export function actionOf({ kind, value, add = [], remove = [], text, reason }: EnteredStep): MacroAction {
  switch (kind) {
    case "status":
      return { move_to: String(value), ...(reason ? { reason } : {}) };
    case "assignee":
      return { assignee_id: value === NONE ? null : Number(value) };
    case "team":
      return { team: orNull(value) };
    case "tags":
      return { add_tags: add, remove_tags: remove };
    case "watch":
      return { watching: value === "on" };
    case "claim":
      return { claim: true };
    case "reply":
    case "note":
      return { say: kind, text: nameOf(textsOf(text)) };
    case "spam":
    case "trash":
      return { put_away: kind };
    case "unspam":
    case "untrash":
      return { take_out: kind === "unspam" ? "spam" : "trash" };
    default:
      return { values: { [kind]: kind.startsWith("fields.") ? (value ?? null) : orNull(value) } };
  }
}
