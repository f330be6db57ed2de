import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/icon";
import { Fact } from "./fact";
import css from "./panel.module.css";
import type { Ticket } from "./queries";

/** Custom fields of the ticket's type: what stands there, what is masked, what is missing. */
export function FieldValues({ ticket }: { ticket: Ticket }) {
  const { t, local, exact } = useWords();
  const names = useNames();
  const own = names.fields.filter((each) => each.types.length === 0 || each.types.includes(ticket.type));
  const shown = own.filter((each) => !each.retired || each.key in ticket.fields);

  const wordsOf = (key: string, kind: string): string => {
    const value = ticket.fields[key];
    if (value == null || value === "") return t("common.nothing");
    if (typeof value === "boolean") return t(value ? "common.yes" : "common.no");
    if (kind === "instant") return exact(String(value));
    const choices = own.find((each) => each.key === key)?.choices ?? [];
    const named = (each: unknown) => {
      const choice = choices.find((one) => one.key === each);
      return choice ? local(choice.name) : String(each);
    };
    return Array.isArray(value) ? value.map(named).join(t("common.list_comma")) : named(value);
  };

  if (shown.length === 0) return <p className={css.quiet}>{t("ticket.fields.none")}</p>;
  return (
    <>
      {ticket.incomplete.length > 0 && (
        <p className={css.warn}>
          {t("ticket.fields.incomplete", {
            names: ticket.incomplete.map((key) => local(names.name("field", key))).join(t("common.list_comma")),
          })}
        </p>
      )}
      <dl className={css.facts}>
        {shown.map((field) => (
          <Fact key={field.key} name={local(field.name)}>
            {ticket.masked.includes(field.key) ? (
              <span title={t("ticket.fields.masked")}>
                <Icon name="lock" size={12} /> ••••
              </span>
            ) : (
              wordsOf(field.key, field.kind)
            )}
          </Fact>
        ))}
      </dl>
    </>
  );
}
