/** A checklist as its form holds it. */
import { keyOf, nameOf, type Texts, terse, textsOf } from "@/features/policy/entry";
import type { Schemas } from "@/lib/api";

export type Checklist = Schemas["Checklist"];
export type Item = Schemas["CheckItem"];

export interface EnteredName {
  /** Empty: it is new. */
  key: string;
  name: Texts;
  retired: boolean;
}

export interface EnteredItem extends EnteredName {
  filled_by: "person" | "promises";
  causes: EnteredName[];
}

export interface Entered {
  key: string;
  name: Texts;
  /** The types that it binds. */
  types: string[];
  items: EnteredItem[];
}

const namedOf = ({ key, name, retired }: { key: string; name: Record<string, string>; retired?: boolean }) => ({
  key,
  name: textsOf(name),
  retired: retired ?? false,
});

export const enteredOf = (one: Checklist | undefined, types: string[]): Entered => ({
  key: one?.key ?? "",
  name: textsOf(one?.name),
  types,
  items: (one?.items ?? []).map((item) => ({
    ...namedOf(item),
    filled_by: item.filled_by ?? "person",
    causes: (item.causes ?? []).map(namedOf),
  })),
});

/** Entries with keys: what is new gets one of its English name, else of its place. */
function keyed<T extends EnteredName>(entries: readonly T[], word: string): T[] {
  const taken = new Set(entries.map(({ key }) => key).filter(Boolean));
  return entries.map((entry, n) => {
    if (entry.key) return entry;
    const key = keyOf(entry.name.en, taken) || keyOf(`${word}-${n + 1}`, taken);
    taken.add(key);
    return { ...entry, key };
  });
}

const plain = ({ key, name, retired }: EnteredName) => ({
  key,
  name: nameOf(name),
  ...(retired ? { retired } : {}),
});

/** As the policy has it; `before` holds what the form does not show. */
export function checklistOf({ key, name, items }: Entered, before: Checklist | undefined): Checklist {
  const had = new Map(before?.items.map((item) => [item.key, item]));
  return {
    ...before,
    key,
    name: nameOf(name),
    items: keyed(items, "item").map((item) =>
      terse<Item>({
        ...(had.get(item.key)?.help ? { help: had.get(item.key)?.help } : {}),
        ...plain(item),
        ...(item.filled_by === "promises" ? { filled_by: "promises" as const } : {}),
        // What is not shown is not taken away.
        causes:
          item.filled_by === "promises" ? keyed(item.causes ?? [], "cause").map(plain) : had.get(item.key)?.causes,
      }),
    ),
  };
}
