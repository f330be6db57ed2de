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
  { kind: "spam", needs: "ticket.spam" },
  { kind: "trash", needs: "ticket.trash" },
  { kind: "unspam", needs: "ticket.spam" },
  { kind: "untrash", needs: "ticket.trash" },
] as const;

export type ChangeKind = (typeof CHANGES)[number]["kind"];

/** What can be done in a list of what was put away. */
const ON_SHELF: Readonly<Record<string, readonly ChangeKind[]>> = {
  spam: ["unspam", "trash"],
  trash: ["untrash"],
  archive: ["watch", "trash"],
};
const OUT: readonly ChangeKind[] = ["unspam", "untrash"];

/** What they may do to many tickets of this view. */
export function changesIn(view: string, permissions: readonly string[]): readonly ChangeKind[] {
  const mine = CHANGES.filter(({ needs }) => permissions.includes(needs)).map(({ kind }) => kind);
  const shelf = ON_SHELF[view];
  return mine.filter((kind) => (shelf ? shelf.includes(kind) : !OUT.includes(kind)));
}

/** Puts tickets away or takes them out: there is nothing to choose, and nobody to be told. */
export const isPutting = (kind: ChangeKind) => /^(un)?(spam|trash)$/.test(kind);

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
  if (kind === "spam" || kind === "trash") return { put_away: kind };
  if (kind === "unspam" || kind === "untrash") return { take_out: kind === "unspam" ? "spam" : "trash" };
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
