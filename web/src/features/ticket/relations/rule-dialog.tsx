import { Form, InputNumber, Radio, Select } from "antd";
import { type StatusEntry, useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import type { Ticket } from "../queries";
import { type ChildrenRule, useRuleChildren } from "./queries";
import css from "./relations.module.css";

const CLOSING = ["block", "warn", "cascade"] as const;
const WHEN = ["never", "all", "some"] as const;

interface Entered {
  closing: ChildrenRule["closing"];
  when: (typeof WHEN)[number];
  needed: number;
  to: string;
}

/** What binds the ticket and its children: whether it ends before they do, and when it goes on by itself. */
export function RuleDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t, local } = useWords();
  const statuses = useStatuses(ticket);
  const { mutateAsync } = useRuleChildren(ticket.number);
  const rule = ticket.children;
  const advance = rule?.advance ?? null;
  const send = ({ closing, when, needed, to }: Entered) =>
    mutateAsync(
      when === "never" ? { closing, advance: null, to: null } : { closing, advance: when === "all" ? 0 : needed, to },
    );
  return (
    <FormDialog<Entered>
      title={t("ticket.relations.rule_title")}
      send={t("common.form.save")}
      initial={{
        closing: rule?.closing ?? "block",
        when: advance === null ? "never" : advance === 0 ? "all" : "some",
        needed: advance || 1,
        ...(rule?.to ? { to: rule.to } : {}),
      }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item name="closing" required label={t("ticket.relations.while_open")}>
        <Radio.Group
          vertical
          options={CLOSING.map((value) => ({ value, label: t(`ticket.relations.closing.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="when" required label={t("ticket.relations.goes_on")}>
        <Radio.Group vertical options={WHEN.map((value) => ({ value, label: t(`ticket.relations.when.${value}`) }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={["when"]}>
        {(form) =>
          form.getFieldValue("when") !== "never" && (
            <div className={css.pair}>
              {form.getFieldValue("when") === "some" && (
                <Form.Item name="needed" label={t("ticket.relations.needed")}>
                  <InputNumber min={1} max={50} precision={0} />
                </Form.Item>
              )}
              <Form.Item
                name="to"
                label={t("ticket.relations.to")}
                rules={[{ required: true, message: t("ticket.relations.to_missing") }]}
              >
                <Select options={statuses.map(({ key, name }) => ({ value: key, label: local(name) }))} />
              </Form.Item>
            </div>
          )
        }
      </Form.Item>
    </FormDialog>
  );
}

/** Those of the flow that its type has now. */
function useStatuses({ type }: Ticket): StatusEntry[] {
  const { directory, types } = useNames();
  const workflow = types.find((each) => each.key === type)?.workflow ?? "";
  const found = (directory.statuses[workflow] ?? []) as unknown as StatusEntry[];
  return found.filter((each) => !each.retired);
}
