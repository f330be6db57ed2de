import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { may } from "../queries";
import { Property, type PropertyProps } from "./property";

/** Seldom changed by itself, as the category decides it: it stands among the facts. */
export function TypeSelect({ ticket, act }: PropertyProps) {
  const { t, local } = useWords();
  const names = useNames();
  return (
    <Property
      label={t("common.field.type")}
      isNamed={false}
      value={ticket.type}
      disabled={!may(ticket, "edit")}
      options={names.types
        .filter((each) => !each.retired || each.key === ticket.type)
        .map((each) => ({ value: each.key, label: local(each.name) }))}
      onChange={(type) => act({ do: "set", body: { type } })}
    />
  );
}
