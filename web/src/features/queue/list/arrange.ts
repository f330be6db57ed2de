/** How loaded rows stand together: by the values of a column, or one beneath the other. Pure. */
import type { Names } from "@/lib/directory";
import type { TicketRow } from "../slice";

export const GROUPS = ["status", "assignee", "priority"] as const;
export type Group = (typeof GROUPS)[number];

export const isGroup = (key: string | null | undefined): key is Group => GROUPS.some((each) => each === key);

export interface Section {
  /** The value that its rows share; empty for none. */
  key: string;
  rows: TicketRow[];
}

const PHASES = ["new", "open", "review", "waiting_internal", "waiting_customer", "resolved", "closed"];

export function shared(row: TicketRow, group: Group): string {
  if (group === "assignee") return row.assignee ? String(row.assignee.id) : "";
  return row[group];
}

/** Rows keep their order within a section. Nobody comes first, then oneself; statuses as the work goes. */
export function sectionsOf(rows: readonly TicketRow[], group: Group, names: Names, me: number): Section[] {
  const found = new Map<string, TicketRow[]>();
  for (const row of rows) {
    const key = shared(row, group);
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return orderedKeys([...found.keys()], group, names, me).map((key) => ({ key, rows: found.get(key) ?? [] }));
}

export function orderedKeys(keys: readonly string[], group: Group, names: Names, me: number): string[] {
  const weight = (key: string): [number, string] => {
    if (group === "priority") return [names.priority(key).rank, key];
    if (group === "status") return [PHASES.indexOf(names.status(key).phase), key];
    if (key === "") return [0, ""];
    return [key === String(me) ? 1 : 2, names.member(Number(key))?.name ?? key];
  };
  const sorted = keys.map((key) => ({ key, at: weight(key) }));
  sorted.sort((a, b) => a.at[0] - b.at[0] || a.at[1].localeCompare(b.at[1], "zh-CN"));
  return sorted.map(({ key }) => key);
}

export type Item = { kind: "head"; key: string; count: number } | { kind: "row"; row: TicketRow };

/** What stands beneath each other in the list. */
export function itemsOf(rows: readonly TicketRow[], sections: readonly Section[] | null): Item[] {
  if (!sections) return rows.map((row) => ({ kind: "row", row }));
  return sections.flatMap(({ key, rows: own }): Item[] => [
    { kind: "head", key, count: own.length },
    ...own.map((row) => ({ kind: "row" as const, row })),
  ]);
}
