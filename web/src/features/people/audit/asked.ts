/** What the page of the audit is asked for, and what it asks the API. */
import { fromLocalInput } from "@/lib/words/time";

/** As the address of the page has it: days in the reader's zone. */
export interface Wanted {
  actor?: string;
  person?: string;
  kind?: string;
  since?: string;
  until?: string;
}

export interface Asked {
  actor_id?: number;
  person_id?: number;
  kind?: string;
  since?: string;
  until?: string;
}

const DAY_MS = 86_400_000;

/** The last day counts to its end. What is no number and no day is left out. */
export function askedOf({ actor, person, kind, since, until }: Wanted, zone: string): Asked {
  const id = (text: string | undefined) => (text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined);
  const start = (day: string | undefined, later = 0) => {
    if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
    const noon = Date.parse(`${day}T00:00Z`) + later;
    if (Number.isNaN(noon)) return undefined;
    return fromLocalInput(new Date(noon).toISOString().slice(0, 16), zone)?.toISOString();
  };
  const asked = {
    actor_id: id(actor),
    person_id: id(person),
    kind,
    since: start(since),
    until: start(until, DAY_MS),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

/** Kinds of events that are looked for; each has its name in the texts. */
export const KINDS = [
  "person.member_added",
  "person.member_activated",
  "person.roles_set",
  "person.teams_set",
  "person.duty_set",
  "person.changed",
  "person.password_set",
  "person.password_link_made",
  "person.signed_in",
  "person.sign_in_locked",
  "person.token_created",
  "person.token_revoked",
  "role.added",
  "role.changed",
  "role.removed",
  "team.added",
  "team.changed",
  "team.members_set",
  "workspace.changed",
  "workspace.department_added",
  "workspace.department_changed",
  "workspace.department_removed",
  "release.published",
] as const;

/** A dot would lead into the catalogue. */
export const kindText = (kind: string): string => `audit.kinds.${kind.replace(".", "_")}`;
