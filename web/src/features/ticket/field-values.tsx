import { Button, Form } from "antd";
import { useState } from "react";
import { type FieldEntry, useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { FieldInput } from "@/ui/fields/field-input";
import { valueInWords } from "@/ui/fields/kinds";
import { Icon } from "@/ui/icon";
import { Fact } from "./facts";
import css from "./panel.module.css";
import type { Ticket } from "./queries";
import { may } from "./queries";
import type { Act } from "./use-act";

/** Custom fields of the ticket's type: what stands there, what is masked, what is missing. */
export function FieldValues({ ticket, act }: { ticket: Ticket; act: Act }) {
  const { t, local, exact } = useWords();
  const [isEditing, setIsEditing] = useState(false);
  const names = useNames();
  const own = names.fields.filter((each) => each.types.length === 0 || each.types.includes(ticket.type));
  const shown = own.filter((each) => !each.retired || each.key in ticket.fields);

  const editable = own.filter((each) => !each.retired && !ticket.masked.includes(each.key));
  if (isEditing) return <FieldForm ticket={ticket} fields={editable} act={act} onDone={() => setIsEditing(false)} />;
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

interface FieldFormProps {
  ticket: Ticket;
  fields: FieldEntry[];
  act: Act;
  onDone: () => void;
}

/** All fields at once; what was changed is sent. One may be filled while another is still missing. */
function FieldForm({ ticket, fields, act, onDone }: FieldFormProps) {
  const { t } = useWords();
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
      {fields.map((field) => (
        <FieldInput key={field.key} field={field} isNeeded={false} />
      ))}
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

/** An emptied field is null; one that was and stays empty is no change. */
export function changesOf(before: Record<string, unknown>, entered: Record<string, unknown>): Record<string, unknown> {
  const plain = (value: unknown) => (value === "" || value === undefined ? null : value);
  const pairs = Object.entries(entered).map(([key, value]) => [key, plain(value)] as const);
  return Object.fromEntries(
    pairs.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(plain(before[key]))),
  );
}
