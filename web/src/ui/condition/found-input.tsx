/** Customers and organisations: there are too many to list, so they are found by what one types. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { api, unwrap } from "@/lib/api";
import { findQuery } from "@/lib/api/find";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { useSettled } from "../fields/settled";
import css from "./condition.module.css";
import { isOrganisation, type Option, usePeople } from "./naming";
import { isKnown } from "./tree";
import type { ValueProps } from "./value-input";

const KNOWN = "@known";

export function FoundInput({
  field,
  operator,
  value,
  label,
  isWrong,
  known,
  onChange,
}: ValueProps & { known: Option[] }) {
  const { t } = useWords();
  const names = useNames();
  const [text, setText] = useState("");
  const typed = useSettled(text.trim());
  const found = useFound(isOrganisation(field) ? "" : typed, isOrganisation(field) ? typed : "");
  const ids = [value].flat().filter((one): one is number => typeof one === "number");
  const people = usePeople(isOrganisation(field) ? [] : ids.filter((id) => !names.member(id)));
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(new Map());
  const name = (id: number) => chosen.get(id) ?? names.member(id)?.name ?? people.get(id) ?? `#${id}`;
  const members = isOrganisation(field)
    ? []
    : names.directory.members
        .filter((each) => each.active && text && each.name.toLowerCase().includes(text.toLowerCase()))
        .map(({ id, name: label }) => ({ value: id, label }));
  const held = ids.map((id) => ({ value: id, label: name(id) }));
  const options = [...known, ...held, ...members, ...found];
  const unique = [...new Map(options.map((one) => [one.value, one])).values()];
  const isMany = operator.shape === "many";
  const choose = (next: Option["value"] | Option["value"][]) => {
    setChosen((before) => new Map([...before, ...found.map(({ value: id, label }) => [id, label] as const)]));
    setText("");
    onChange(next === KNOWN ? { known: operator.known } : next);
  };
  const shown = isKnown(value) ? KNOWN : isMany ? ids : ids[0];
  return (
    <Select<Option["value"] | Option["value"][]>
      mode={isMany ? "multiple" : undefined}
      aria-label={label}
      className={isMany ? css.values : css.value}
      status={isWrong ? "error" : undefined}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      popupMatchSelectWidth={false}
      placeholder={t("condition.find")}
      notFoundContent={t(text ? "condition.none_found" : "condition.find")}
      options={unique}
      value={shown}
      onChange={choose}
    />
  );
}

function useFound(person: string, organisation: string): { value: number; label: string }[] {
  const { data: records } = useQuery(findQuery(person));
  const { data: page } = useQuery({
    queryKey: ["conditions", "organisations", organisation],
    enabled: organisation !== "",
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const query = { q: organisation.slice(0, 100), limit: 8 };
      return unwrap(api.GET("/api/v1/organisations", { params: { query }, signal }));
    },
  });
  if (organisation) return (page?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return person ? (records?.customers ?? []).map(({ id, name }) => ({ value: id, label: name })) : [];
}
