import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Form, Modal, Select } from "antd";
import { useState } from "react";
import { choosable } from "@/features/policy/entries/drafted";
import { useWords } from "@/lib/words";
import { PhasePill } from "@/ui/marks/phase-pill";
import { Failure, Refusal, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Running, useMigrate } from "../queries";
import css from "./migration.module.css";
import { fitting, migrationQuery, type Preview } from "./preview";

interface MigrationProps {
  running: Running;
  /** All that there are, to take them to another. */
  others: readonly Running[];
  onClose: () => void;
}

/**
 * Takes the tickets of older versions to the one in force, or to another workflow. First it says how many stand where and
 * where they would go on; nothing happens before.
 */
export function MigrationDialog({ running, others, onClose }: MigrationProps) {
  const { t, local } = useWords();
  const { message } = useVoice();
  const [to, setTo] = useState(running.key);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const { data, error, refetch } = useQuery(migrationQuery(running.key, to));
  const migrate = useMigrate();
  const lacks = data?.statuses.some(({ status, to }) => !to && !chosen[status]) ?? true;
  const send = async () => {
    const done = await migrate.mutateAsync({ workflow: running.key, to, statuses: chosen }).catch(() => undefined);
    if (!done) return;
    message.success(t("workflows.migration.started", { n: done.total }));
    onClose();
  };
  return (
    <Modal
      open
      width={640}
      title={t("workflows.migration.title", { name: local(running.name) })}
      okText={t("workflows.migration.send", { n: data?.tickets ?? 0 })}
      cancelText={t("common.cancel")}
      okButtonProps={{ disabled: !data || data.tickets === 0 || lacks }}
      confirmLoading={migrate.isPending}
      onOk={send}
      onCancel={onClose}
      styles={{ body: { maxHeight: "calc(100dvh - 240px)", overflowY: "auto" } }}
    >
      <p className={css.lead}>
        {t("workflows.migration.text")}{" "}
        <Link to="/admin/$section" params={{ section: "operations" }}>
          {t("policy.roll_back.operations")}
        </Link>
      </p>
      <Form layout="vertical" component="div">
        <Form.Item label={t("workflows.migration.to")} htmlFor="migration-to">
          <Select
            id="migration-to"
            value={to}
            onChange={(next: string) => {
              setTo(next);
              setChosen({});
            }}
            options={choosable(others, local, [to])}
          />
        </Form.Item>
      </Form>
      {error && !data && <Failure error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonLines count={4} height={32} />}
      {data && (
        <StatusMap
          data={data}
          target={others.find(({ key }) => key === to)}
          chosen={chosen}
          onChoose={(status, there) => setChosen({ ...chosen, [status]: there })}
        />
      )}
      <Refusal error={migrate.error} />
    </Modal>
  );
}

interface MapProps {
  data: Preview;
  target: Running | undefined;
  chosen: Readonly<Record<string, string>>;
  onChoose: (status: string, there: string) => void;
}

/** Each status at which tickets stand, and where they go on. */
function StatusMap({ data, target, chosen, onChoose }: MapProps) {
  const { t, local } = useWords();
  if (data.tickets === 0) return <p role="status">{t("workflows.migration.none")}</p>;
  return (
    <>
      <table className={css.map}>
        <thead>
          <tr>
            <th>{t("workflows.migration.stands")}</th>
            <th data-figure>{t("workflows.running")}</th>
            <th>{t("workflows.migration.goes")}</th>
          </tr>
        </thead>
        <tbody>
          {data.statuses.map(({ status, name, phase, tickets, to }) => (
            <tr key={status}>
              <td>
                <PhasePill plain phase={phase} name={local(name)} />
              </td>
              <td data-figure>{tickets}</td>
              <td>
                <Select
                  className={css.there}
                  aria-label={t("workflows.migration.goes_of", { name: local(name) })}
                  status={to || chosen[status] ? undefined : "error"}
                  placeholder={t("workflows.migration.choose")}
                  value={chosen[status] ?? to ?? undefined}
                  onChange={(there: string) => onChoose(status, there)}
                  options={fitting(target, phase).map((one) => ({ value: one.status, label: local(one.name) }))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.approvals > 0 && <p>{t("workflows.migration.approvals", { n: data.approvals })}</p>}
    </>
  );
}
