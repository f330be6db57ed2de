/** Small choices that this browser remembers (layout, theme, drafts). A full or forbidden store loses them silently. */
import { useCallback, useState } from "react";

export function readKept<T>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(`gongdan.${key}`);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

export function keep<T>(key: string, value: T | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`gongdan.${key}`);
    else localStorage.setItem(`gongdan.${key}`, JSON.stringify(value));
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}

export function useKept<T>(key: string, fallback: T): [T, (next: T) => void] {
  const [value, setValue] = useState(() => readKept(key, fallback));
  const choose = useCallback(
    (next: T) => {
      setValue(next);
      keep(key, next === fallback ? undefined : next);
    },
    [key, fallback],
  );
  return [value, choose];
}
