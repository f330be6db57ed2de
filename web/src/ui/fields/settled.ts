/** A value as it is once it has stopped changing: what is typed is not asked about letter by letter. */
import { useEffect, useState } from "react";

const PAUSE_MS = 250;

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const written = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(written)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [written]);
  return settled;
}
