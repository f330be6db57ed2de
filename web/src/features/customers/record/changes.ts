/** What of a record was changed: what stays as it was is not sent, so that nobody else's change is undone by it. Pure. */
import type { Schemas } from "@/lib/api";

export interface Known {
  name: string;
  locale: string;
  tier: string;
  dedicated_agent_id: number | null;
  tags: string[];
  notes: string;
}

export function changesOf(before: Known, entered: Partial<Known>): Schemas["SetCustomer"] {
  const after: Known = { ...before, ...entered, dedicated_agent_id: agentOf(before, entered) };
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Known]),
  );
  return { add_handles: [], remove_handles: [], ...Object.fromEntries(changed) };
}

/** A cleared field has no value at all. */
const agentOf = (before: Known, entered: Partial<Known>): number | null =>
  "dedicated_agent_id" in entered ? (entered.dedicated_agent_id ?? null) : before.dedicated_agent_id;
