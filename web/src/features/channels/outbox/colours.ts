import type { Tone } from "@/ui/marks/state-tag";
import type { DeliveryState } from "./queries";

export const COLOURS: Record<DeliveryState, Tone> = {
  queued: "busy",
  sending: "busy",
  sent: "good",
  failed: "bad",
  uncertain: "warn",
  stopped: "none",
};
