/** The areas of the house, in the order of the rail. An area shows to whom it has something to show. */
import type { Me } from "@/lib/session";
import type { IconName } from "@/ui/marks/icon";
import { sectionsOf } from "./sections";

export interface Area {
  key: "desk" | "customers" | "team" | "admin";
  icon: IconName;
  to: "/queue" | "/customers" | "/team" | "/admin";
  /** Addresses that belong to it. */
  holds: RegExp;
  /** After `g`, the key that leads there. */
  letter: string;
  isFor: (me: Me) => boolean;
}

/** Who has things of their own to keep in the administration is none yet; pages that need them lead there. */
const isAdministrator = (me: Me): boolean => sectionsOf(me).some(({ isPersonal }) => !isPersonal);

export const AREAS: readonly Area[] = [
  { key: "desk", icon: "inbox", to: "/queue", holds: /^\/(queue|tickets)\b/, letter: "q", isFor: () => true },
  {
    key: "customers",
    icon: "user",
    to: "/customers",
    holds: /^\/(customers|organisations)\b/,
    letter: "c",
    isFor: ({ permissions }) => permissions.includes("customer.read"),
  },
  {
    key: "team",
    icon: "team",
    to: "/team",
    holds: /^\/team\b/,
    letter: "t",
    isFor: ({ permissions, led_teams }) =>
      permissions.includes("people.read") &&
      (led_teams.length > 0 || permissions.includes("ticket.assign_above_capacity")),
  },
  {
    key: "admin",
    icon: "gear",
    to: "/admin",
    holds: /^\/(admin|mailbox-sign-in)\b/,
    letter: "x",
    isFor: isAdministrator,
  },
];

export const areasOf = (me: Me): readonly Area[] => AREAS.filter((area) => area.isFor(me));

export type Landing = { to: "/admin" } | { to: "/queue/$view"; params: { view: string } };

/** Where a person's day begins: an agent's own tickets, a lead's team, an administrator's overview (spec 09). */
export function landingOf(me: Me, kept: string | undefined): Landing {
  const serves = me.teams.length > 0 || me.led_teams.length > 0;
  if (!serves && !kept && isAdministrator(me)) return { to: "/admin" };
  return { to: "/queue/$view", params: { view: kept ?? (me.led_teams.length > 0 ? "team" : "mine") } };
}
