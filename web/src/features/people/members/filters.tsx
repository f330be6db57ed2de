import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { rolesQuery, teamsQuery } from "../queries";
import css from "./members.module.css";
import { PRESENCES, STANDINGS, type Wanted } from "./standing";

interface FiltersProps {
  wanted: Wanted;
  onWanted: (change: Record<string, string | undefined>) => void;
}

export function Filters({ wanted, onWanted }: FiltersProps) {
  const { t, local } = useWords();
  const { data: roles = [] } = useQuery(rolesQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const filters = {
    role: roles
      .filter(({ is_of_customers }) => !is_of_customers)
      .map(({ key, name }) => ({ value: key, label: local(name) })),
    team: teams.map(({ key, name }) => ({ value: key, label: local(name) })),
    standing: STANDINGS.map((value) => ({ value, label: t(`people.stands.${value}`) })),
    presence: PRESENCES.map((value) => ({ value, label: t(`people.present.${value}`) })),
  };
  return (
    <div className={css.filters}>
      <Input
        allowClear
        type="search"
        aria-label={t("people.search")}
        placeholder={t("people.search")}
        maxLength={100}
        prefix={<Icon name="search" size={14} />}
        defaultValue={wanted.q}
        onChange={(event) => onWanted({ q: event.target.value || undefined })}
        className={css.search}
      />
      {(["role", "team", "standing", "presence"] as const).map((part) => (
        <Select
          key={part}
          allowClear
          aria-label={t(`people.filter.${part}`)}
          placeholder={t(`people.filter.${part}`)}
          value={wanted[part]}
          options={filters[part]}
          onChange={(value: string | undefined) => onWanted({ [part]: value })}
          className={css.filter}
        />
      ))}
    </div>
  );
}
