/** How a view is shown. A view of one's own keeps it for everybody who has it; of any other this browser does. */
import { useMemo, useState } from "react";
import { keep, readKept } from "@/lib/kept";
import { createStore, useStore } from "@/lib/store";
import { useWords } from "@/lib/words";
import { useVoice } from "@/ui/states/voice";
import { useChangeView } from "../queries";
import type { Condition, ViewInfo } from "../slice";
import { type Group, isGroup } from "./arrange";

export interface Display {
  layout: ViewInfo["layout"];
  group: Group | null;
  /** Keys of columns; those that a row always has do not count. */
  columns: readonly string[];
  /** How close rows stand; null: as the reader likes it. */
  density: Density | null;
}

export type Density = "comfortable" | "compact";
const DENSITY = "density";
const density = createStore<Density>(readKept<Density>(DENSITY, "comfortable"));

export const useDensity = (): Density => useStore(density);

export function chooseDensity(next: Density): void {
  density.set(next);
  keep(DENSITY, next === "comfortable" ? undefined : next);
}

/** What every row shows, whatever the view. */
export const ALWAYS = ["priority", "title"] as const;

/** In the order in which they stand in a row. */
export const OPTIONAL = [
  "number",
  "type",
  "category",
  "requester",
  "tier",
  "team",
  "status",
  "tags",
  "last_word",
  "due",
  "assignee",
  "channel",
  "created",
  "updated",
] as const;

export function displayOf(view: ViewInfo | undefined, kept: Partial<Display>): Display {
  return {
    layout: kept.layout ?? view?.layout ?? "list",
    group: kept.group !== undefined ? kept.group : isGroup(view?.group) ? view.group : null,
    columns: kept.columns ?? view?.columns.map(({ key }) => key) ?? [],
    density: kept.density !== undefined ? kept.density : (view?.density ?? null),
  };
}

/** Columns that would say the reader's own name in every row: nobody needs to be told that it is they who have it. */
export function saysNothing(view: ViewInfo | undefined): string[] {
  // Who asked and who opened is one question to whoever did either.
  if (view?.key === "requested") return ["requester"];
  const whole = (view?.condition ?? {}) as Condition;
  const own = (whole.all ?? [whole]).filter(({ op, value }) => op === "is" && (value as Known | null)?.known === "me");
  return own.flatMap(({ field }) => (field === "assignee" || field === "requester" ? [field] : []));
}

interface Known {
  known?: string;
}

interface Shown {
  display: Display;
  onDisplay: (change: Partial<Display>) => void;
  /** The view is being changed: another change has to wait for its version. */
  isSaving: boolean;
}

export function useDisplay(view: ViewInfo | undefined): Shown {
  const { problem } = useWords();
  const { message } = useVoice();
  const change = useChangeView();
  const [kept, setKept] = useState<Record<string, Partial<Display>>>({});
  const name = `display.${view?.key}`;
  const own = useMemo(() => kept[name] ?? readKept<Partial<Display>>(name, {}), [kept, name]);
  const meant = change.isPending ? (change.variables.body as Partial<Display>) : {};
  const onDisplay = (next: Partial<Display>) => {
    if (view?.can_edit) {
      const body = { ...next, columns: next.columns && [...next.columns] };
      const onError = (error: unknown) => message.error([problem(error).title, problem(error).remedy].join(" "));
      return change.mutate({ view, body }, { onError });
    }
    setKept((all) => ({ ...all, [name]: { ...own, ...next } }));
    keep(name, { ...own, ...next });
  };
  return { display: displayOf(view, view?.can_edit ? meant : own), onDisplay, isSaving: change.isPending };
}
