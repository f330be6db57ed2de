import { useEffect } from "react";

let typed = "";

/** What was typed while the palette was on its way, given once. */
export function takeTyped(): string {
  const text = typed;
  typed = "";
  return text;
}

/** Stands for the palette until it is there: the first letters are meant for it, not for the page beneath. */
export function TypedAhead() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
      event.preventDefault();
      typed += event.key;
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, []);
  return null;
}
