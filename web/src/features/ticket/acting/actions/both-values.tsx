import type { Command, Ticket } from "@/features/ticket/queries";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { valueInWords } from "@/ui/fields/kinds";
import css from "./actions.module.css";

interface BothValuesProps {
  /** By the paths under which the server speaks of them. */
  fields: readonly string[];
  /** As it is now. */
  theirs: Ticket;
  wanted: Command;
  nameOf: (field: string) => string;
}

/** What stands there now beside what was to be set: whoever decides sees both. */
export function BothValues({ fields, theirs, wanted, nameOf }: BothValuesProps) {
  const { t } = useWords();
  const inWords = useValueInWords();
  const mine = wishesOf(wanted);
  const both = fields.filter((field) => field in mine);
  if (both.length === 0) return null;
  return (
    <table className={css.both}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t("ticket.conflict.theirs")}</th>
          <th scope="col">{t("ticket.conflict.mine")}</th>
        </tr>
      </thead>
      <tbody>
        {both.map((field) => (
          <tr key={field}>
            <th scope="row">{nameOf(field)}</th>
            <td>{inWords(field, standing(theirs, field), theirs.type)}</td>
            <td>{inWords(field, mine[field], theirs.type)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a command sets, by the server's paths. */
export function wishesOf(command: Command): Record<string, unknown> {
  if (command.do === "move") return { status: command.body.to };
  if (command.do === "assign") {
    const { team, assignee_id } = command.body;
    return defined({ team, assignee_id });
  }
  if (command.do !== "set") return {};
  const { fields, ...plain } = command.body;
  return defined({ ...plain, ...prefixed(fields ?? {}) });
}

const defined = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const prefixed = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [`fields.${key}`, value]));

function standing(ticket: Ticket, field: string): unknown {
  if (field === "assignee_id") return ticket.assignee?.id ?? null;
  if (field.startsWith("fields.")) return ticket.fields[field.slice(7)];
  return ticket[field as keyof Ticket];
}

function useValueInWords(): (field: string, value: unknown, type: string) => string {
  const { t, local, exact } = useWords();
  const names = useNames();
  return (field, value, type) => {
    if (value == null || value === "") return t("common.nothing");
    const custom = names.fields.find((each) => `fields.${each.key}` === field);
    if (custom) return valueInWords(custom, value, { t, local, exact });
    if (field === "assignee_id") return names.member(Number(value))?.name ?? String(value);
    if (field === "status") return local(names.status(String(value), type).name);
    if (field === "priority" || field === "category" || field === "type" || field === "team") {
      return local(names.name(field, String(value)));
    }
    return String(value);
  };
}
