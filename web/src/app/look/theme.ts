/** Light or dark: of this browser, and of the whole document. */
import { keep, readKept } from "@/lib/kept";
import { createStore } from "@/lib/store";

export type Theme = "light" | "dark";

const systemTheme: Theme = globalThis.matchMedia?.("(prefers-color-scheme: dark)").matches ? "dark" : "light";

export const themeStore = createStore<Theme>(readKept<Theme>("theme", systemTheme));

export function chooseTheme(theme: Theme): void {
  keep("theme", theme);
  themeStore.set(theme);
}

/** Style sheets follow the document's mark. */
export function showTheme(): void {
  const show = () => {
    document.documentElement.dataset.theme = themeStore.get();
  };
  themeStore.watch(show);
  show();
}
