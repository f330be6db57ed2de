/** Marks and controls, in every state that they have. */
import { Button, Checkbox, Form, Input, Select, Switch } from "antd";
import { useCounting, useWords } from "@/lib/words";
import { FormSection } from "@/ui/form/form-page";
import { Avatar } from "@/ui/marks/avatar";
import { DueChip } from "@/ui/marks/due-chip";
import { PhasePill } from "@/ui/marks/phase-pill";
import { PriorityMark } from "@/ui/marks/priority-mark";
import css from "./design.module.css";

export const PHASES = ["new", "open", "waiting", "resolved", "closed"] as const;
const MINUTE_MS = 60_000;

export function MarksShown() {
  const { t, now } = useCounting();
  const at = (minutes: number) => new Date(now.getTime() + minutes * MINUTE_MS).toISOString();
  return (
    <div className={css.wrap}>
      {[0, 1, 2, 3].map((rank) => (
        <PriorityMark
          key={rank}
          rank={rank}
          colour={["red", "orange", "yellow", "green"][rank] ?? ""}
          name={`P${rank}`}
        />
      ))}
      {PHASES.map((phase) => (
        <PhasePill key={phase} phase={phase} name={phase} />
      ))}
      <DueChip due={{ dueAt: at(90) }} />
      <DueChip due={{ dueAt: at(9), riskAt: at(-1) }} />
      <DueChip due={{ dueAt: at(-9) }} />
      <DueChip due={{ dueAt: null, remainingSeconds: 3_600, pausedBecause: t("design.sample") }} />
      <Avatar name={t("design.person")} size={28} presence="available" />
      <Avatar name={t("design.person")} size={22} />
    </div>
  );
}

export function ControlsShown() {
  const { t } = useWords();
  return (
    <>
      <div className={css.wrap}>
        <Button type="primary">{t("common.form.save")}</Button>
        <Button>{t("common.form.reset")}</Button>
        <Button type="text">{t("common.cancel")}</Button>
        <Button danger>{t("common.leave.discard")}</Button>
        <Button disabled>{t("common.form.saved")}</Button>
        <Button size="small">{t("common.retry")}</Button>
        <Switch aria-label={t("design.sample")} defaultChecked />
      </div>
      <Form layout="vertical" requiredMark="optional" className={css.form}>
        <FormSection title={t("design.section")} help={t("design.help")}>
          <Form.Item label={t("design.field")} htmlFor="design-field" extra={t("design.help")} required>
            <Input id="design-field" />
          </Form.Item>
          <Form.Item
            label={t("design.field")}
            htmlFor="design-wrong"
            validateStatus="error"
            help={t("common.needed")}
            required
          >
            <Input id="design-wrong" />
          </Form.Item>
          <Form.Item label={t("design.choice")} htmlFor="design-choice">
            <Select id="design-choice" options={PHASES.map((value) => ({ value }))} />
          </Form.Item>
          <Checkbox>{t("design.sample")}</Checkbox>
        </FormSection>
      </Form>
    </>
  );
}
