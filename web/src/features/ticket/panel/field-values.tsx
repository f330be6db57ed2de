import { Button, Form } from "antd";
import { useState } from "react";
import { type FieldEntry, useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { type FieldState, FormFields } from "@/ui/fields/form-fields";
import { valueInWords } from "@/ui/fields/kinds";
import { Icon } from "@/ui/marks/icon";
import type { Act } from "../acting/actions/use-act";
import type { Ticket } from "../queries";
import { may } from "../queries";
import { Fact } from "./facts";
import css from "./panel.module.css";

/** Custom fields of the ticket's type: what stands there, what is masked, what is missing. */
export function FieldValues({ ticket, act }: { ticket: Ticket; act: Act }) {
  const { t, local, exact } = useWords();
  const [isEditing, setIsEditing] = useState(false);
  const names = useNames();
  const shown = fieldsShown(ticket, names.fields);

  const editable = ticket.form.filter((each) => !each.read_only && !ticket.masked.includes(each.key));
  if (isEditing) return <FieldForm ticket={ticket} states={editable} act={act} onDone={() => setIsEditing(false)} />;
  const named = (key: string) => (key === "category" ? t("common.field.category") : local(names.name("field", key)));
  const missing = ticket.incomplete.length > 0 && (
    <p className={css.warn}>
      {t("ticket.fields.incomplete", { names: ticket.incomplete.map(named).join(t("common.list_comma")) })}
    </p>
  );
  if (shown.length === 0) return missing || <p className={css.quiet}>{t("ticket.fields.none")}</p>;
  return (
    <>
      {missing}
      <dl className={css.facts}>
        {shown.map((field) => (
          <Fact key={field.key} name={local(field.name)}>
            {ticket.masked.includes(field.key) ? (
              <span title={t("ticket.fields.masked")}>
                <Icon name="lock" size={12} /> ••••
              </span>
            ) : (
              valueInWords(field, ticket.fields[field.key], { t, local, exact })
            )}
          </Fact>
        ))}
      </dl>
      {may(ticket, "edit") && editable.length > 0 && (
        <Button
          size="small"
          className={css.edit}
          icon={<Icon name="edit" size={12} />}
          onClick={() => setIsEditing(true)}
        >
          {t("ticket.fields.edit")}
        </Button>
      )}
    </>
  );
}

/** Those on the form, in its order; then others that hold something. */
export function fieldsShown(ticket: Pick<Ticket, "form" | "fields">, fields: FieldEntry[]): FieldEntry[] {
  const keys = new Set([...ticket.form.map((each) => each.key), ...Object.keys(ticket.fields)]);
  return [...keys].flatMap((key) => fields.find((each) => each.key === key) ?? []);
}

interface FieldFormProps {
  ticket: Ticket;
  states: FieldState[];
  act: Act;
  onDone: () => void;
}

/** All fields at once; what was changed is sent. One may be filled while another is still missing. */
function FieldForm({ ticket, states, act, onDone }: FieldFormProps) {
  const { t } = useWords();
  const names = useNames();
  const [isSending, setIsSending] = useState(false);
  const save = async ({ fields: entered }: { fields: Record<string, unknown> }) => {
    const changed = changesOf(ticket.fields, entered);
    setIsSending(true);
    const isDone = Object.keys(changed).length === 0 || (await act({ do: "set", body: { fields: changed } }));
    setIsSending(false);
    if (isDone) onDone();
  };
  return (
    <Form layout="vertical" size="small" initialValues={{ fields: ticket.fields }} onFinish={save}>
      <FormFields states={states.map((each) => ({ ...each, required: isKept(ticket, each) }))} fields={names.fields} />
      <div className={css.buttons}>
        <Button type="primary" htmlType="submit" size="small" loading={isSending}>
          {t("ticket.fields.save")}
        </Button>
        <Button size="small" onClick={onDone}>
          {t("common.cancel")}
        </Button>
      </div>
    </Form>
  );
}

/** What is required and filled in is not emptied; what is still missing may wait. */
const isKept = (ticket: Ticket, { key, required }: FieldState) => required && ticket.fields[key] != null;

/** An emptied field is null; one that was and stays empty is no change. */
export function changesOf(before: Record<string, unknown>, entered: Record<string, unknown>): Record<string, unknown> {
  const plain = (value: unknown) => (value === "" || value === undefined ? null : value);
  const pairs = Object.entries(entered).map(([key, value]) => [key, plain(value)] as const);
  return Object.fromEntries(
    pairs.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(plain(before[key]))),
  );
}
