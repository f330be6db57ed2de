/** Who takes over, as it is chosen, and as it is sent. */
import type { Departure } from "./queries";

export interface Entered {
  way: "routing" | "person" | "team";
  person?: number;
  team?: string;
  silent?: boolean;
  /** Who takes over the seats; nobody: they stay. */
  seats?: number;
}

export function departureOf({ way, person, team, seats, silent = false }: Entered): Departure {
  return {
    to_person_id: way === "person" ? (person ?? null) : null,
    to_team: way === "team" ? (team ?? null) : null,
    seats_to_person_id: seats ?? null,
    silent,
  };
}
