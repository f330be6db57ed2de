import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { may } from "../queries";
import { Property, type PropertyProps, SEARCHABLE } from "./property";

/** Categories of its type first; one of another type takes the ticket there. */
export function CategorySelect({ ticket, act }: PropertyProps) {
  const { t, local } = useWords();
  const names = useNames();
  const path = (key: string) => names.path(key).map(local);
  const now = ticket.category === null ? [] : [ticket.category];
  const own = new Set([...names.categoriesOf(ticket.type).map((each) => each.key), ...now]);
  const others = new Set(
    names.types
      .filter((each) => !each.retired)
      .flatMap((each) => names.categoriesOf(each.key).map((category) => category.key))
      .filter((key) => !own.has(key)),
  );
  const option = (key: string) => {
    const whole = path(key).join(" / ");
    return { value: key, label: whole, search: whole, short: path(key).at(-1), title: whole };
  };
  return (
    <Property
      label={t("common.field.category")}
      isLong
      {...SEARCHABLE}
      optionLabelProp="short"
      placeholder={t("common.nothing")}
      value={ticket.category}
      disabled={!may(ticket, "edit")}
      options={[
        ...[...own].map(option),
        ...(others.size > 0 ? [{ label: t("ticket.other_types"), options: [...others].map(option) }] : []),
      ]}
      onChange={(category) => category && act({ do: "set", body: { category } }, { category })}
    />
  );
}
