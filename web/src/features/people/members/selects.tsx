/** Several roles, teams or people, chosen by name. As fields of a form they take `value` and `onChange` from it. */
import { useQuery } from "@tanstack/react-query";
import { Select, type SelectProps } from "antd";
import { shiftsQuery } from "@/lib/api/shifts";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { rolesQuery, teamsQuery } from "../queries";

const BY_NAME = { showSearch: { optionFilterProp: "label" } } as const;

export function RoleSelect(props: SelectProps<string[]>) {
  const { local } = useWords();
  const { data: roles = [] } = useQuery(rolesQuery);
  const given = roles.filter(({ is_of_customers }) => !is_of_customers);
  return (
    <Select
      mode="multiple"
      {...BY_NAME}
      options={given.map(({ key, name }) => ({ value: key, label: local(name) }))}
      {...props}
    />
  );
}

/** `among`: only these. */
export function TeamSelect({ among, ...props }: SelectProps<string[]> & { among?: readonly string[] }) {
  const { local } = useWords();
  const { data: teams = [] } = useQuery(teamsQuery);
  const shown = among ? teams.filter(({ key }) => among.includes(key)) : teams;
  return (
    <Select
      mode="multiple"
      {...BY_NAME}
      options={shown.map(({ key, name }) => ({ value: key, label: local(name) }))}
      {...props}
    />
  );
}

interface PersonSelectProps extends SelectProps {
  /** Not these. */
  but?: readonly number[];
  /** Only these. */
  among?: readonly number[];
}

export function PersonSelect({ but = [], among, ...props }: PersonSelectProps) {
  const names = useNames();
  const shown = names.directory.members.filter(
    ({ id, active }) => active && !but.includes(id) && (!among || among.includes(id)),
  );
  return (
    <Select allowClear {...BY_NAME} options={shown.map(({ id, name }) => ({ value: id, label: name }))} {...props} />
  );
}

/** Whose hours are a shift, and whether they run now. */
export function ShiftSelect(props: SelectProps<string>) {
  const { t, local } = useWords();
  const { data = [] } = useQuery(shiftsQuery);
  const options = data.map(({ key, name, is_open, retired }) => ({
    value: key,
    label: t(`people.shift.${retired ? "retired" : is_open ? "open" : "closed"}`, { name: local(name) }),
    disabled: retired,
  }));
  return <Select allowClear {...BY_NAME} options={options} {...props} />;
}
