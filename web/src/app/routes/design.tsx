/** The living page of the design system: every part as it is, in the reader's language and look. */
import { Button, Checkbox, Form, Input, Select, Switch } from "antd";
import { type ReactNode, useState } from "react";
import { Problem } from "@/lib/api";
import { useMe } from "@/lib/session";
import { useCounting } from "@/lib/words";
import { FormSection } from "@/ui/form/form-page";
import { Avatar } from "@/ui/marks/avatar";
import { DueChip } from "@/ui/marks/due-chip";
import { ICON_NAMES, Icon } from "@/ui/marks/icon";
import { PhasePill } from "@/ui/marks/phase-pill";
import { PriorityMark } from "@/ui/marks/priority-mark";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines, Stale } from "@/ui/states";
import { DataTable } from "@/ui/table/data-table";
import tokens from "@/ui/tokens/tokens.json";
import { useTitle } from "../title";
import css from "./design.module.css";

export function DesignRoute() {
  const { t } = useCounting();
  const me = useMe();
  useTitle(t("design.title"), me.workspace_name);
  return (
    <SettingsPage title={t("design.title")} lead={t("design.lead")}>
      <Part title={t("design.colour")}>
        <Swatches names={Object.keys(tokens.colour)} />
      </Part>
      <Part title={t("design.chart")}>
        <Swatches names={tokens.chart.map((_, at) => `chart-${at + 1}`)} />
      </Part>
      <Part title={t("design.type")}>
        {Object.keys(tokens.type).map((size) => (
          <p key={size} style={{ fontSize: `var(--type-${size})` }}>
            {size} {t("design.sample")}
          </p>
        ))}
      </Part>
      <Part title={t("design.space")}>
        {Object.keys(tokens.space).map((size) => (
          <div key={size} className={css.measure}>
            <span>{size}</span>
            <i style={{ width: `var(--space-${size})` }} />
          </div>
        ))}
      </Part>
      <Part title={t("design.icons")}>
        <div className={css.wrap}>
          {ICON_NAMES.map((name) => (
            <span key={name} title={name} className={css.icon}>
              <Icon name={name} />
            </span>
          ))}
        </div>
      </Part>
      <Part title={t("design.marks")}>
        <Marks />
      </Part>
      <Part title={t("design.controls")}>
        <Controls />
      </Part>
      <Part title={t("design.table")}>
        <Table />
      </Part>
      <Part title={t("design.states")}>
        <States />
      </Part>
    </SettingsPage>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.part} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Swatches({ names }: { names: readonly string[] }) {
  return (
    <ul className={css.swatches}>
      {names.map((name) => (
        <li key={name}>
          <i style={{ background: `var(--${name})` }} />
          {name}
        </li>
      ))}
    </ul>
  );
}

const PHASES = ["new", "open", "waiting", "resolved", "closed"] as const;
const MINUTE_MS = 60_000;

function Marks() {
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

function Controls() {
  const { t } = useCounting();
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

function Table() {
  const { t } = useCounting();
  const rows = PHASES.map((name, at) => ({ name, figure: (at + 1) * 1_234 }));
  const [opened, setOpened] = useState("");
  return (
    <DataTable
      label={t("design.table")}
      rows={rows}
      keyOf={({ name }) => name}
      nameOf={({ name }) => name}
      onOpen={({ name }) => setOpened(name)}
      actionsOf={({ name }) => [{ key: "open", label: t("design.open"), run: () => setOpened(name) }]}
      columns={[
        { key: "name", title: t("design.field"), cell: ({ name }) => (name === opened ? `${name} ✓` : name) },
        { key: "figure", title: t("design.figure"), cell: ({ figure }) => figure.toLocaleString(), isFigure: true },
      ]}
      empty={null}
    />
  );
}

function States() {
  const { t } = useCounting();
  const lost = new Problem(0, "client.unreachable", "", "", [], {});
  return (
    <div className={css.states}>
      <Empty icon="inbox" title={t("design.empty")} text={t("design.help")} />
      <Failure error={lost} onRetry={() => undefined} />
      <div>
        <Stale error={lost} onRetry={() => undefined} />
        <div aria-hidden="true">
          <SkeletonLines count={4} />
        </div>
      </div>
    </div>
  );
}
