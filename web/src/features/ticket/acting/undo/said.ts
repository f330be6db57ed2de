/** How the columns that an undoing names are said: those that only go along with others are not. */
const SAID: Readonly<Record<string, string>> = {
  title: "title",
  type: "type",
  category: "category",
  priority: "priority",
  status: "status",
  team: "team",
  assignee_id: "assignee",
  accepted_at: "accepted_at",
  requester_id: "requester_id",
  tags: "tags",
  participants: "participants",
  escalation: "escalation",
  held_at: "held_at",
  checks: "checks",
  snoozes: "snoozes",
  times: "times",
};

/** Each once, in the order in which a ticket shows them; custom fields last. */
export function saidNames(names: readonly string[]): string[] {
  const given = new Set(names);
  const known = Object.keys(SAID).filter((each) => given.has(each));
  const isAlong = (each: string) => each === "held_at" && known.length > 1;
  const custom = names.filter((each) => each.startsWith("fields."));
  return [...known.filter((each) => !isAlong(each)).map((each) => SAID[each] ?? each), ...custom];
}
