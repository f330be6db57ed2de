import { Select } from "antd";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { useRoles } from "../queries";
import { useOneOf, WHO } from "../who";

const RECEIVERS = [
  "assignee",
  "creator",
  "dispatcher",
  "lead",
  "superior",
  "department_head",
  "director",
  "executives",
  "rosters",
] as const;

interface PeopleProps {
  label: string;
  /** What the form gives. */
  id?: string;
  value?: string[];
  onChange?: (next: string[]) => void;
  disabled?: boolean;
}

/** Who is told or asked: by what they are for the ticket, by role, by team, or by name. */
export function ReceiversInput({ label, ...control }: PeopleProps) {
  const { t, local } = useWords();
  const { directory } = useNames();
  const roles = useRoles();
  const one = useOneOf();
  const groups = [
    { label: t("workflows.by_ticket"), options: RECEIVERS.map((value) => ({ value, label: one(value) })) },
    {
      label: t("workflows.by_role"),
      options: roles
        .filter((role) => !role.is_of_customers)
        .map(({ key, name }) => ({ value: `role:${key}`, label: local(name) })),
    },
    {
      label: t("workflows.by_team"),
      options: directory.teams.map(({ key, name }) => ({ value: `team:${key}`, label: local(name) })),
    },
    {
      label: t("workflows.on_duty"),
      options: directory.teams.map(({ key, name }) => ({
        value: `roster:${key}`,
        label: t("workflows.duty_of", { team: local(name) }),
      })),
    },
    {
      label: t("workflows.by_name"),
      options: directory.members.map(({ id, name }) => ({ value: `person:${id}`, label: name })),
    },
  ];
  const known = new Set(groups.flatMap(({ options }) => options.map(({ value }) => value)));
  const strangers = (control.value ?? []).filter((value) => !known.has(value));
  const others = strangers.map((value) => ({ value, label: one(value) }));
  return (
    <Select
      mode="multiple"
      aria-label={label}
      optionFilterProp="label"
      options={[...groups, ...(others.length > 0 ? [{ label: t("workflows.others"), options: others }] : [])]}
      {...control}
    />
  );
}

/** Who may do something, or answers for it, in words of the workflow; or by role. */
export function useWhoOptions(chosen: readonly (string | null | undefined)[] = []) {
  const { t, local } = useWords();
  const roles = useRoles();
  const one = useOneOf();
  const words = WHO.map((value) => ({ value: value as string, label: one(value) }));
  const byRole = roles
    .filter((role) => !role.is_of_customers)
    .map(({ key, name }) => ({ value: `role:${key}`, label: t("workflows.role_named", { role: local(name) }) }));
  const known = new Set([...words, ...byRole].map(({ value }) => value));
  const others = chosen.filter((value): value is string => Boolean(value) && !known.has(value as string));
  return [...words, ...byRole, ...others.map((value) => ({ value, label: one(value) }))];
}
