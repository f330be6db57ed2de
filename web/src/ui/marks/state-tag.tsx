/** How something stands, in a word beside a dot: the word carries the meaning, the colour only helps the eye. */
import type { ReactNode } from "react";
import css from "./state-tag.module.css";

export type Tone = "good" | "busy" | "warn" | "bad" | "none";

export function StateTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={css.tag} data-tone={tone}>
      {children}
    </span>
  );
}
