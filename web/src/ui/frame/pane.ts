/** Whether the second pane is folded (kept by this browser), and on a phone, whether it is drawn over the page. */
import { keep, readKept } from "@/lib/kept";
import { createStore } from "@/lib/store";

export const isPaneFolded = createStore(readKept("pane_folded", false));
export const isPaneDrawn = createStore(false);

export function foldPane(folded: boolean = !isPaneFolded.get()): void {
  keep("pane_folded", folded || undefined);
  isPaneFolded.set(folded);
}
