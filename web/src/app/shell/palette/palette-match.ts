import type { Command } from "@/ui/commands";

/** A ticket's number: letters, then groups of digits (`GD-20261122-00042`). */
const NUMBER = /^(?=.*\d)[A-Za-z]{1,10}-[\w-]{1,40}$/;

/** Commands whose title holds every word that was typed, in their own order; a ticket's number comes first. */
export function matching(text: string, commands: readonly Command[], goTo: (number: string) => Command): Command[] {
  const typed = text.trim();
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = commands.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
  return NUMBER.test(typed) ? [goTo(typed.toUpperCase()), ...found] : found;
}
