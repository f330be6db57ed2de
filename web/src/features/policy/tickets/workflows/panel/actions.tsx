import { Button, Form, Input, Select } from "antd";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import type { Action } from "../model/flow";
import { ActionMembers } from "./action-members";
import css from "./panel.module.css";

export const KINDS = [
  "route",
  "reassign",
  "remind",
  "escalate",
  "tell_customer",
  "move",
  "set_field",
  "add_tags",
  "set_team",
] as const;

interface ActionsProps {
  /** Where the list stands in its own list, or in the form. */
  name: (string | number)[];
  /** The same from the top of the form. */
  at: (string | number)[];
  label: string;
}

/** What is done by itself, in this order. */
export function Actions({ name, at, label }: ActionsProps) {
  const { t } = useWords();
  return (
    <Form.List name={name}>
      {(rows, { add, remove, move }) => (
        <div className={css.list}>
          {rows.map(({ key, name: row }, n) => (
            <fieldset key={key} className={css.item} aria-label={t("workflows.action_n", { list: label, n: n + 1 })}>
              <div className={css.row}>
                <Kind row={row} at={[...at, row]} />
                <Button
                  type="text"
                  disabled={n === 0}
                  aria-label={t("workflows.up")}
                  icon={<Icon name="arrow" size={14} className={css.upwards} />}
                  onClick={() => move(n, n - 1)}
                />
                <Button
                  type="text"
                  aria-label={t("workflows.remove")}
                  icon={<Icon name="close" size={14} />}
                  onClick={() => remove(row)}
                />
              </div>
              <ActionMembers row={row} at={[...at, row]} />
            </fieldset>
          ))}
          <Button size="small" icon={<Icon name="plus" size={12} />} onClick={() => add({ do: "remind" })}>
            {t("workflows.add_action")}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

/** Which kind it is; what a newer version wrote stays as it is. */
function Kind({ row, at }: { row: number; at: (string | number)[] }) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const kind = Form.useWatch([...at, "do"], form) as Action["do"] | undefined;
  if (kind === "unknown") {
    return (
      <>
        <Form.Item name={[row, "do"]} hidden>
          <Input />
        </Form.Item>
        <span className={css.grow}>{t("workflows.do.unknown")}</span>
      </>
    );
  }
  return (
    <Form.Item name={[row, "do"]} className={css.grow}>
      <Select
        aria-label={t("workflows.action")}
        options={KINDS.map((value) => ({ value, label: t(`workflows.do.${value}`) }))}
      />
    </Form.Item>
  );
}
