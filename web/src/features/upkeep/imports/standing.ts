import type { Tone } from "@/ui/marks/state-tag";
import { type Import, isUnderWay } from "./queries";

export type Standing = "uploaded" | "checking" | "checked" | "running" | "done" | "cancelled" | "failed";

export const TONES: Record<Standing, Tone> = {
  uploaded: "none",
  checking: "busy",
  checked: "none",
  running: "busy",
  done: "good",
  cancelled: "warn",
  failed: "bad",
};

/** How far an import came. */
export function standingOf({ check, run }: Import): Standing {
  if (isUnderWay(run)) return "running";
  if (isUnderWay(check)) return "checking";
  if (run) return run.state === "cancelled" || run.state === "failed" ? run.state : "done";
  return check?.state === "done" ? "checked" : "uploaded";
}
