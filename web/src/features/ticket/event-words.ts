/** Events in words: which sentence of the catalogue (`events.*`), with which values. Pure. */
import type { LocalName, Names } from "@/lib/directory";
import { valueInWords } from "@/ui/fields/kinds";
import type { Entry } from "./queries";

export interface Wording {
  t: (key: string, values?: Record<string, unknown>) => string;
  local: (name: LocalName | null | undefined) => string;
  names: Names;
  /** Whom the events hold by id, customers too. */
  people: readonly { id: number; name: string }[];
  /** Type of the ticket: its workflow names the statuses. */
  type: string;
  exact: (at: string) => string;
}

type Data = Record<string, unknown>;
type Words = (data: Data, wording: Wording) => string;

const text = (value: unknown): string => (value == null ? "" : String(value));
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** People stand in events by id, or as the receiver `person:<id>`. */
function person(value: unknown, { names, people, t, local }: Wording): string {
  if (typeof value === "string" && !value.startsWith("person:")) return receiver(value, { names, t, local });
  const id = Number(text(value).replace(/^person:/, ""));
  const found = names.member(id) ?? people.find((each) => each.id === id);
  return found?.name ?? t("events.someone");
}

/** A receiver who is named by what they are: `lead`, `role:<key>`, `team:<key>`, `roster:<key>`. */
function receiver(value: string, { names, t, local }: Pick<Wording, "names" | "t" | "local">): string {
  const [kind = "", key = ""] = value.split(":");
  if (kind === "team" || kind === "roster") return local(names.name("team", key));
  if (kind === "role") return t(`events.receiver_role.${key}`, { defaultValue: key });
  return t(`events.receiver.${kind}`, { defaultValue: t("events.someone") });
}

const persons = (value: unknown, wording: Wording): string =>
  list(value)
    .map((each) => person(each, wording))
    .join(wording.t("common.list_comma"));

const metric = (value: unknown, { t }: Wording): string => t(`common.metric.${text(value)}`);

const SENTENCES: Record<string, Words> = {
  "ticket.opened": (data, { t }) => t("events.opened", { channel: t(`common.channel.${text(data.channel)}`) }),
  "ticket.assigned": (data, wording) => {
    const { t } = wording;
    if (data.after == null) return t("events.unassigned", { from: person(data.before, wording) });
    if (data.way === "claim") return t("events.claimed");
    const sentence = data.before == null ? "events.assigned" : "events.reassigned";
    const said = t(sentence, { to: person(data.after, wording), from: person(data.before, wording) });
    return data.above_capacity ? said + t("events.above_capacity") : said;
  },
  "ticket.team_set": (data, { t, local, names }) =>
    data.after == null
      ? t("events.team_cleared")
      : t("events.team_set", { team: local(names.name("team", text(data.after))) }),
  "ticket.accepted": (data, { t, exact }) =>
    data.promised_at ? t("events.accepted_promised", { at: exact(text(data.promised_at)) }) : t("events.accepted"),
  "ticket.changed": (data, wording) => changed(data, wording),
  "ticket.tagged": (data, { t }) => {
    const added = list(data.added).join(t("common.list_comma"));
    const removed = list(data.removed).join(t("common.list_comma"));
    const parts = [
      added && t("events.tags_added", { tags: added }),
      removed && t("events.tags_removed", { tags: removed }),
    ];
    return parts.filter(Boolean).join(t("common.list_comma"));
  },
  "ticket.participants_changed": (data, wording) => participants(data, wording),
  "ticket.moved": (data, { t, local, names, type }) => {
    const values = {
      before: local(names.status(text(data.before), type).name),
      after: local(names.status(text(data.after), type).name),
    };
    const said = t("events.moved", values);
    return data.reason ? said + t("events.reason", { reason: t(`common.close_reason.${text(data.reason)}`) }) : said;
  },
  "ticket.undone": (data, { t }) => t(list(data.skipped).length > 0 ? "events.undone_part" : "events.undone"),
  "ticket.rated": (data, { t }) =>
    t(data.comment ? "events.rated_comment" : "events.rated", { score: data.score, comment: data.comment }),
  "ticket.confirmed_for": (data, wording) => {
    const { t } = wording;
    const values = {
      person: persons([data.person_id], wording),
      channel: t(`events.heard.${text(data.channel)}`),
      call: text(data.call),
    };
    const said = t(data.call ? "events.confirmed_for_call" : "events.confirmed_for", values);
    return data.note ? said + t("events.noted", { note: data.note }) : said;
  },
  "ticket.follow_up_asked": (data, { t }) => t("events.follow_up_asked", { score: data.score }),
  "ticket.follow_up_done": (data, { t }) => {
    const said = t("events.follow_up_done", { outcome: t(`events.follow_up.${text(data.outcome)}`) });
    return data.note ? said + t("events.noted", { note: data.note }) : said;
  },
  "ticket.clock_warned": (data, wording) =>
    wording.t("events.clock_warned", { metric: metric(data.metric, wording), percent: data.percent }),
  "ticket.clock_breached": (data, wording) =>
    wording.t("events.clock_breached", { metric: metric(data.metric, wording) }),
  "ticket.escalated": (data, wording) => {
    const { t, local, names } = wording;
    const level = local(names.name("level", text(data.level)));
    const said = t("events.escalated", { level });
    return list(data.to).length > 0 ? said + t("events.told", { people: persons(data.to, wording) }) : said;
  },
  "ticket.staff_reminded": (data, wording) =>
    wording.t("events.reminded", { people: persons(data.to, wording), text: wording.local(data.text as LocalName) }),
  "ticket.staff_told": (data, wording) => {
    const said = wording.t("events.staff_told", { people: persons(data.people, wording) });
    const absent = persons(data.absent, wording);
    if (absent && list(data.absent).length === list(data.people).length)
      return said + wording.t("events.staff_all_absent");
    return absent ? said + wording.t("events.staff_absent", { people: absent }) : said;
  },
  "ticket.customer_told": (data, { t }) =>
    t("events.customer_told", {
      template: t(`events.template.${text(data.template)}`, { defaultValue: text(data.template) }),
    }),
  "ticket.routing_asked": (_data, { t }) => t("events.routing_asked"),
  "ticket.rule_matched": (data, { t }) => t("events.rule_matched", { rule: text(data.rule) }),
  "ticket.limit_reached": (data, wording) => wording.t("events.limit_reached", limit(data, wording)),
  "ticket.held": (data, wording) => wording.t("events.held", limit(data, wording)),
  "ticket.policy_applied": (_data, { t }) => t("events.policy_applied"),
  "ticket.delivery_failed": (_data, { t }) => t("events.delivery_failed"),
  "ticket.writer_proved": (_data, { t }) => t("events.writer_proved"),
  "automation.refused": (data, wording) =>
    wording.t("events.refused", { rule: ruleWords(text(data.rule), wording), code: text(data.code) }),
};

/** States of a notice's mail that did not go out, or not for certain. */
const UNSENT = new Set(["stopped", "failed", "uncertain"]);

/** A newer server may log kinds that this page does not know: they are named, not hidden. */
export function describe(entry: Entry, wording: Wording): string {
  const sentence = SENTENCES[entry.kind];
  if (!sentence) return wording.t("events.unknown", { kind: entry.kind });
  const unsent = UNSENT.has(text(entry.notice)) ? wording.t(`events.notice.${entry.notice}`) : "";
  return sentence(entry.data, wording) + unsent;
}

export const KNOWN_KINDS = Object.keys(SENTENCES);

function changed(data: Data, wording: Wording): string {
  const [before, after] = [data.before ?? {}, data.after ?? {}] as [Data, Data];
  const pieces = Object.keys(after).map((field) =>
    wording.t(before[field] == null ? "events.set" : "events.changed", {
      field: fieldName(field, wording),
      before: valueName(field, before[field], wording),
      after: valueName(field, after[field], wording),
    }),
  );
  return pieces.join(wording.t("common.list_comma"));
}

/** What a field is called, by the path under which the server speaks of it. */
export function fieldName(field: string, { t, local, names }: Pick<Wording, "t" | "local" | "names">): string {
  return field.startsWith("fields.") ? local(names.name("field", field.slice(7))) : t(`common.field.${field}`);
}

function valueName(field: string, value: unknown, wording: Wording): string {
  const { t, local, names } = wording;
  if (value == null || value === "") return t("common.nothing");
  if (field === "priority" || field === "type" || field === "category") return local(names.name(field, text(value)));
  if (field === "requester_id") return person(value, wording);
  const custom = names.fields.find((each) => `fields.${each.key}` === field);
  if (custom) return valueInWords(custom, value, wording);
  if (typeof value === "boolean") return t(value ? "common.yes" : "common.no");
  return Array.isArray(value) ? value.map(text).join(t("common.list_comma")) : text(value);
}

/** Watchers are what a person can change; other roles are named with their role. */
function participants(data: Data, wording: Wording): string {
  const { t } = wording;
  const say = (pairs: unknown, verb: "joined" | "left") =>
    list(pairs).map((pair) => {
      const [who, role] = pair as [unknown, string];
      return t(`events.${verb}`, { person: person(who, wording), role: t(`common.role.${role}`) });
    });
  return [...say(data.added, "joined"), ...say(data.removed, "left")].join(t("common.list_comma"));
}

/** A piece of policy that acted, in words: `status.<key>.<n>`, `automation.<key>.<n>`, `workflow.<occasion>` … */
export function ruleWords(
  rule: string,
  { t, local, names, type }: Pick<Wording, "t" | "local" | "names" | "type">,
): string {
  const [kind = "", key = ""] = rule.split(".");
  switch (kind) {
    case "status":
    case "limit":
      return t(`events.rules.${kind}`, { status: local(names.status(key, type).name) });
    case "workflow":
      return t("events.rules.workflow", { occasion: t(`events.occasion.${key}`, { defaultValue: key }) });
    case "automation":
      return t("events.rules.automation", { name: local(names.name("automation", key)) });
    case "routing":
    case "clock":
    case "level":
    case "policy":
    case "rating":
    case "notices":
    case "assignee":
    case "team":
      return t(`events.rules.${kind}`);
    default:
      return t("events.rules.other", { rule });
  }
}

/** A status' time limit, by the name of its status. */
function limit(data: Data, { local, names, type }: Wording) {
  const [status = ""] = text(data.limit).split(".");
  return { limit: local(names.status(status, type).name), times: data.times };
}

export interface Cause {
  /** The rule that acted. */
  rule: string;
  /** The rule whose event it answered, when it was one. */
  because: string | null;
}

/** "Rule X because of rule Y": read from the events themselves (spec 04, automation). */
export function causeOf(entry: Entry, timeline: readonly Entry[]): Cause | null {
  if (!entry.rule) return null;
  const answered = entry.cause == null ? undefined : timeline.find((each) => each.seq === entry.cause);
  return { rule: entry.rule, because: answered?.rule ?? null };
}
