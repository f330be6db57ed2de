/** What can be changed of many tickets at once, by the right that it takes, and what is sent for it. Pure. */
import type { Change } from "./operation";

export const CHANGES = [
  { kind: "assignee", needs: "ticket.assign" },
  { kind: "team", needs: "ticket.assign" },
  { kind: "priority", needs: "ticket.edit" },
  { kind: "category", needs: "ticket.edit" },
  { kind: "tags", needs: "ticket.tag" },
  { kind: "status", needs: "ticket.move" },
  { kind: "watch", needs: "ticket.watch" },
] as const;

export type ChangeKind = (typeof CHANGES)[number]["kind"];

export interface Entered {
  value?: string;
  add?: string[];
  remove?: string[];
  silent?: boolean;
}

export const NOBODY = "none";

/** Null: nothing is chosen yet. */
export function changeOf(kind: ChangeKind, { value, add = [], remove = [] }: Entered): Change | null {
  if (kind === "tags") return add.length + remove.length > 0 ? { add_tags: add, remove_tags: remove } : null;
  if (!value) return null;
  switch (kind) {
    case "assignee":
      return { assignee_id: value === NOBODY ? null : Number(value) };
    case "team":
      return { team: value };
    case "status":
      return { move_to: value };
    case "watch":
      return { watching: value === "on" };
    default:
      return { values: { [kind]: value } };
  }
}
