/** What is entered of a member, and what is sent of it. */
import type { Person, PersonChange } from "../queries";

export interface HeldSkill {
  key: string;
  level: number;
  /** As the browser's own field has it; empty: it never runs out. */
  expires_on?: string;
}

export interface Entered {
  name: string;
  mail: string;
  roles: string[];
  teams: string[];
  led_teams: string[];
  manager_id: number | undefined;
  calendar: string | undefined;
  routable: boolean;
  skills: HeldSkill[];
}

export const enteredOf = (person: Person): Entered => ({
  name: person.name,
  mail: person.mail,
  roles: person.roles,
  teams: person.teams,
  led_teams: person.led_teams,
  manager_id: person.manager_id ?? undefined,
  calendar: person.calendar ?? undefined,
  routable: person.routable,
  skills: Object.entries(person.skills).map(([key, { level, expires_on }]) => ({
    key,
    level,
    expires_on: expires_on ?? "",
  })),
});

/** The body of a request: all parts that differ, teams and leads as one. Who leaves a team does not lead it. */
export function changeOf(before: Person, entered: Entered): PersonChange {
  const after: Required<Omit<PersonChange, "active">> = {
    name: entered.name.trim(),
    mail: entered.mail.trim(),
    roles: [...entered.roles].sort(),
    teams: Object.fromEntries([...entered.teams].sort().map((key) => [key, entered.led_teams.includes(key)])),
    manager_id: entered.manager_id ?? null,
    calendar: entered.calendar ?? null,
    routable: entered.routable,
    skills: Object.fromEntries(
      entered.skills.map(({ key, level, expires_on }) => [key.trim(), { level, expires_on: expires_on || null }]),
    ),
  };
  const kept: typeof after = {
    name: before.name,
    mail: before.mail,
    roles: [...before.roles].sort(),
    teams: Object.fromEntries([...before.teams].sort().map((key) => [key, before.led_teams.includes(key)])),
    manager_id: before.manager_id,
    calendar: before.calendar,
    routable: before.routable,
    skills: Object.fromEntries(
      Object.entries(before.skills).map(([key, { level, expires_on }]) => [
        key,
        { level, expires_on: expires_on ?? null },
      ]),
    ),
  };
  const differ = (Object.keys(after) as (keyof typeof after)[]).filter(
    (part) => JSON.stringify(after[part]) !== JSON.stringify(kept[part]),
  );
  return Object.fromEntries(differ.map((part) => [part, after[part]]));
}
