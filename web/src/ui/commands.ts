/** What can be done on the page that is open, for the command palette. Pages put their commands in and take them out. */
import { useEffect } from "react";
import { createStore } from "@/lib/store";
import type { IconName } from "./marks/icon";

export interface Command {
  id: string;
  title: string;
  icon?: IconName;
  /** Key that does the same, as shown. */
  hint?: string;
  run: () => void;
}

export const commandStore = createStore<Command[]>([]);

export function useCommands(commands: Command[]): void {
  useEffect(() => {
    commandStore.set((before) => [...before, ...commands]);
    return () => commandStore.set((before) => before.filter((each) => !commands.includes(each)));
  }, [commands]);
}
