/** The page's name in the browser's tab: what waits for the person, where they are, whose house it is. */
import { useEffect } from "react";

export function useTitle(...parts: readonly (string | undefined)[]): void {
  const title = parts.filter(Boolean).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
