/**
 * The sections of the administration, each a page of its own. A new one is a line here, its page, and a file of texts in
 * each language (`lib/i18n/<language>/areas/<texts>.json`).
 */
import type { ComponentType } from "react";
import type { Me } from "@/lib/session";
import type { SectionProps } from "@/ui/settings/section";

export interface Section {
  key: string;
  group: "people" | "tickets" | "times" | "channels" | "releases" | "data" | "system";
  /** Any of these actions opens it; none named: everybody of the staff. */
  needs: readonly string[];
  /** The files of its texts; its name is `<first>.title`, what it is for `<first>.lead`. */
  texts: readonly [string, ...string[]];
  /** People have things of their own there: it makes nobody an administrator, and their menu leads to it by the text
   * `shell.own.<key>`. */
  isPersonal?: boolean;
  load: () => Promise<{ default: ComponentType<SectionProps> }>;
}

export const SECTIONS: readonly Section[] = [
  {
    key: "people",
    group: "people",
    needs: ["people.manage"],
    texts: ["people"],
    load: () => import("@/features/people/members/page"),
  },
  {
    key: "teams",
    group: "people",
    needs: ["people.manage"],
    texts: ["teams", "people"],
    load: () => import("@/features/people/teams/page"),
  },
  {
    key: "departments",
    group: "people",
    needs: ["people.manage"],
    texts: ["departments", "people"],
    load: () => import("@/features/people/departments/page"),
  },
  {
    key: "roles",
    group: "people",
    needs: ["people.manage"],
    texts: ["roles", "people"],
    load: () => import("@/features/people/roles/page"),
  },
  {
    key: "tokens",
    group: "people",
    needs: ["token.manage"],
    texts: ["tokens"],
    load: () => import("@/features/people/tokens/page"),
  },
  {
    key: "rosters",
    group: "people",
    needs: ["people.manage"],
    texts: ["rosters"],
    load: () => import("@/features/team/rosters/page"),
  },
  {
    key: "types",
    group: "tickets",
    needs: ["policy.edit"],
    texts: ["types", "forms", "policy"],
    load: () => import("@/features/policy/tickets/types/page"),
  },
  {
    key: "workflows",
    group: "tickets",
    needs: ["policy.edit"],
    texts: ["workflows", "policy", "forms", "condition"],
    load: () => import("@/features/policy/tickets/workflows/page"),
  },
  {
    key: "fields",
    group: "tickets",
    needs: ["policy.edit"],
    texts: ["fields", "forms", "policy", "condition"],
    load: () => import("@/features/policy/tickets/fields/page"),
  },
  {
    key: "forms",
    group: "tickets",
    needs: ["policy.edit"],
    texts: ["forms", "policy", "condition"],
    load: () => import("@/features/policy/tickets/forms/page"),
  },
  {
    key: "templates",
    group: "tickets",
    needs: ["policy.edit"],
    texts: ["templates", "forms", "policy"],
    load: () => import("@/features/policy/tickets/templates/page"),
  },
  {
    key: "categories",
    group: "tickets",
    needs: ["policy.edit"],
    texts: ["categories", "policy"],
    load: () => import("@/features/policy/tickets/categories/page"),
  },
  {
    key: "priorities",
    group: "tickets",
    needs: ["policy.edit"],
    texts: ["priorities", "policy"],
    load: () => import("@/features/policy/tickets/priorities/page"),
  },
  {
    key: "replies",
    group: "tickets",
    needs: ["ticket.reply"],
    texts: ["replies"],
    isPersonal: true,
    load: () => import("@/features/policy/tickets/replies/page"),
  },
  {
    key: "macros",
    group: "tickets",
    needs: ["ticket.note", "ticket.edit"],
    texts: ["macros"],
    isPersonal: true,
    load: () => import("@/features/policy/tickets/macros/page"),
  },
  {
    key: "checks",
    group: "tickets",
    needs: ["policy.edit"],
    texts: ["checks", "policy"],
    load: () => import("@/features/policy/tickets/checks/page"),
  },
  {
    key: "work-kinds",
    group: "tickets",
    needs: ["policy.edit"],
    texts: ["work_kinds", "policy"],
    load: () => import("@/features/policy/tickets/work-kinds/page"),
  },
  {
    key: "calendars",
    group: "times",
    needs: ["policy.edit"],
    texts: ["calendars", "policy"],
    load: () => import("@/features/policy/times/calendars/page"),
  },
  {
    key: "mailboxes",
    group: "channels",
    needs: ["workspace.manage"],
    texts: ["mailboxes"],
    load: () => import("@/features/channels/mailboxes/page"),
  },
  {
    key: "quarantine",
    group: "channels",
    needs: ["quarantine.manage"],
    texts: ["quarantine"],
    load: () => import("@/features/channels/quarantine/page"),
  },
  {
    key: "outbox",
    group: "channels",
    needs: ["outbox.manage"],
    texts: ["outbox"],
    load: () => import("@/features/channels/outbox/page"),
  },
  {
    key: "notices",
    group: "channels",
    needs: ["workspace.manage"],
    texts: ["notice_defaults"],
    load: () => import("@/features/channels/notice-defaults/page"),
  },
  {
    key: "imports",
    group: "data",
    needs: ["people.manage", "ticket.import"],
    texts: ["imports"],
    load: () => import("@/features/upkeep/imports/page"),
  },
  {
    key: "releases",
    group: "releases",
    needs: ["policy.edit", "policy.publish"],
    texts: ["policy"],
    load: () => import("@/features/policy/releases/page"),
  },
  {
    key: "workspace",
    group: "system",
    needs: ["workspace.manage"],
    texts: ["workspace"],
    load: () => import("@/features/upkeep/workspace/page"),
  },
  {
    key: "audit",
    group: "system",
    needs: ["audit.read"],
    texts: ["audit"],
    load: () => import("@/features/people/audit/page"),
  },
  {
    key: "operations",
    group: "system",
    needs: ["workspace.manage", "policy.edit"],
    texts: ["operations"],
    load: () => import("@/features/upkeep/operations/page"),
  },
  {
    key: "system",
    group: "system",
    needs: ["workspace.manage"],
    texts: ["system"],
    load: () => import("@/features/upkeep/system/page"),
  },
];

export const GROUPS = ["people", "tickets", "times", "channels", "releases", "data", "system"] as const;

export const mayOpen = (me: Me, { needs }: Section): boolean =>
  needs.length === 0 || needs.some((action) => me.permissions.includes(action));

export const sectionsOf = (me: Me): readonly Section[] => SECTIONS.filter((section) => mayOpen(me, section));

export const personalSectionsOf = (me: Me): readonly Section[] => sectionsOf(me).filter(({ isPersonal }) => isPersonal);
