/** Who takes over, as it is chosen, and as it is sent. */
import type { Departure } from "./queries";

export interface Entered {
  way: "routing" | "person" | "team";
  person?: number;
  team?: string;
  silent?: boolean;
}

export function departureOf({ way, person, team, silent = false }: Entered): Departure {
  return {
    to_person_id: way === "person" ? (person ?? null) : null,
    to_team: way === "team" ? (team ?? null) : null,
    silent,
  };
}
