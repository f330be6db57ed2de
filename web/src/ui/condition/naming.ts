/** What values of conditions are called, and what can be chosen for them. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, unwrap } from "@/lib/api";
import type { ConditionField, ConditionLanguage } from "@/lib/api/conditions";
import { type Names, useNames } from "@/lib/directory";
import { useWords, type Words } from "@/lib/words";
import type { SentenceWords } from "./sentence";
import type { Part } from "./tree";

export interface Option {
  value: string | number;
  label: string;
}

/** Anybody may be these: not only members. */
const ANYBODY = new Set(["requester", "creator", "event.from.requester", "event.to.requester"]);

export const isAnybody = ({ key }: ConditionField) => ANYBODY.has(key);
export const isOrganisation = ({ key }: ConditionField) => key.endsWith("organisation");
/** Values that the program itself names, and where their words stand. */
const WORDS: Readonly<Record<string, { at: string; keys: readonly string[] }>> = {
  phase: {
    at: "condition.phase",
    keys: ["new", "open", "waiting_customer", "waiting_internal", "review", "resolved", "closed"],
  },
  escalation: { at: "condition.edge", keys: ["yellow", "orange", "red"] },
  close_reason: { at: "common.close_reason", keys: ["solved", "confirmed", "timed_out", "not_needed", "duplicate"] },
  channel: {
    at: "common.channel",
    keys: ["portal", "mail", "web", "api", "webhook", "chat", "wechat", "wecom", "weibo", "phone", "sms", "import"],
  },
  "requester.tier": { at: "common.tier", keys: ["normal", "partner", "vip"] },
  "organisation.tier": { at: "common.tier", keys: ["normal", "partner", "vip"] },
};

/** The values that a field can have, where they can be told one by one. */
export function optionsOf(field: ConditionField, names: Names, { local, t }: Words): Option[] | null {
  if (field.choices.length > 0) return field.choices.map(({ key, name }) => ({ value: key, label: local(name) }));
  const known = WORDS[field.key.replace(/^event\.(from|to)\./, "")];
  if (known) return known.keys.map((value) => ({ value, label: t(`${known.at}.${value}`) }));
  if (/(^|\.)status$/.test(field.key)) {
    const keys = Object.values(names.directory.statuses).flatMap((list) => list.map(({ key }) => String(key)));
    return [...new Set(keys)].map((value) => ({ value, label: local(names.status(value).name) }));
  }
  if (field.member === "tree") {
    return names.categories
      .filter(({ retired }) => !retired)
      .map(({ key }) => ({ value: key, label: names.path(key).map(local).join(" / ") }));
  }
  if (field.member === "team")
    return names.directory.teams.map(({ key, name }) => ({ value: key, label: local(name) }));
  if (field.member === "person" && !isAnybody(field)) {
    return names.directory.members.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
  }
  return null;
}

function said(field: ConditionField, value: unknown, names: Names, words: Words, people: ReadonlyMap<number, string>) {
  const { t, local, exact, span } = words;
  switch (field.member) {
    case "money":
      return (Number(value) / 100).toFixed(2);
    case "duration":
      return span(Number(value));
    case "instant":
      return exact(String(value)).slice(0, 16);
    case "bool":
      return t(value ? "condition.yes" : "condition.no");
    case "tree":
      if (field.tree === "category") return local(names.name("category", String(value)));
      break;
    case "person":
      return names.member(Number(value))?.name ?? people.get(Number(value)) ?? `#${value}`;
  }
  return optionsOf(field, names, words)?.find((one) => one.value === value)?.label ?? String(value);
}

/** All that a sentence is made of. `root`: whose people have to be known by name. */
export function useSentenceWords(language: ConditionLanguage, root: Part): SentenceWords {
  const words = useWords();
  const names = useNames();
  const people = usePeople(strangers(root, language, names));
  return useMemo(() => {
    const { t, local } = words;
    return {
      language,
      local,
      say: (field, value) => said(field, value, names, words, people),
      span: (value) => {
        const { n, unit } = (value ?? {}) as { n?: number; unit?: string };
        return n ? t(`condition.span.${unit}`, { n }) : "";
      },
      known: (value) => t(`condition.known.${value}`),
      blank: t("condition.blank"),
    };
  }, [language, words, names, people]);
}

/** People who are named and are no members. */
function strangers(part: Part, language: ConditionLanguage, names: Names): number[] {
  if (part.kind === "group") return part.parts.flatMap((each) => strangers(each, language, names));
  const field = language.fields.find(({ key }) => key === part.field);
  if (field?.member !== "person") return [];
  return [part.value].flat().filter((one): one is number => typeof one === "number" && !names.member(one));
}

const NAMED_AT_MOST = 20;

/** Names of customers; whoever may not read them sees their ids. */
export function usePeople(ids: readonly number[]): ReadonlyMap<number, string> {
  const wanted = [...new Set(ids)].sort().slice(0, NAMED_AT_MOST);
  const { data } = useQuery({
    queryKey: ["conditions", "people", wanted],
    enabled: wanted.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const read = wanted.map(async (customer_id) => {
        const params = { path: { customer_id } };
        const { name } = await unwrap(api.GET("/api/v1/customers/{customer_id}", { params, signal }));
        return [customer_id, name] as const;
      });
      const answers = await Promise.allSettled(read);
      return new Map(answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : [])));
    },
  });
  return data ?? NOBODY;
}

const NOBODY: ReadonlyMap<number, string> = new Map();
