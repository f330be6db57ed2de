/** How a member stands, and which of them a list shows. */
import type { Department, Person, Team } from "../queries";

export type Standing = "active" | "invited" | "inactive";

export const standingOf = ({ active, has_password }: Person): Standing => {
  if (!active) return "inactive";
  return has_password ? "active" : "invited";
};

export const STANDINGS: readonly Standing[] = ["active", "invited", "inactive"];
export const PRESENCES = ["available", "away", "offline"] as const;

export interface Wanted {
  q?: string;
  role?: string;
  team?: string;
  standing?: string;
  presence?: string;
}

const holds = (text: string, part: string) => text.normalize("NFKC").toLowerCase().includes(part);

/** Whom a list shows: all that is asked must be true of them. Who left is shown only when asked for. */
export function wantedOf(people: readonly Person[], { q, role, team, standing, presence }: Wanted): Person[] {
  const part = q?.normalize("NFKC").trim().toLowerCase() ?? "";
  return people.filter(
    (each) =>
      (part === "" || holds(each.name, part) || holds(each.mail, part)) &&
      (!role || each.roles.includes(role)) &&
      (!team || each.teams.includes(team)) &&
      (standing ? standingOf(each) === standing : each.active || part !== "") &&
      (!presence || each.presence === presence),
  );
}

/** The departments that a member's teams belong to. */
export function departmentsOf(person: Person, teams: readonly Team[], departments: readonly Department[]) {
  const keys = new Set(teams.filter(({ key }) => person.teams.includes(key)).map(({ department }) => department));
  return departments.filter(({ key }) => keys.has(key));
}
