import { Checkbox, Form, Modal } from "antd";
import { useRef, useState } from "react";
import { useWords } from "@/lib/words";
import { Refusal } from "@/ui/states";
import { clearSelection } from "../list/selection";
import css from "./bulk.module.css";
import { ChangeFields } from "./change-fields";
import { type ChangeKind, changeOf, type Entered, isPutting } from "./changes";
import { Foreseen } from "./foreseen";
import { follow, type Operation, plan, start, type Targets } from "./operation";

interface ChangeDialogProps {
  kind: ChangeKind;
  targets: Targets;
  /** How many are chosen, as it is written. */
  count: string;
  onClose: () => void;
}

/** All were looked at, and none would be another. */
const changesNothing = ({ total, foreseen }: Operation) => foreseen?.changed === 0 && foreseen.looked_at >= total;

/** A change of many tickets: first what it would do is shown, then it is done. Nothing happens before. */
export function ChangeDialog({ kind, targets, count, onClose }: ChangeDialogProps) {
  const { t } = useWords();
  const [form] = Form.useForm<Entered>();
  const [planned, setPlanned] = useState<Operation>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  const send = async (entered: Entered) => {
    const change = changeOf(kind, entered);
    if (!change) return form.setFields([{ name: "add", errors: [t("common.needed")] }]);
    setIsBusy(true);
    setError(undefined);
    try {
      if (!planned) setPlanned(await plan(targets, change, Boolean(entered.silent)));
      else {
        follow(await start(planned.id));
        clearSelection();
        onClose();
      }
    } catch (refusal) {
      setError(refusal);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t("queue.bulk.title", { what: t(`queue.bulk.kind.${kind}`), n: count })}
      okText={planned ? t("queue.bulk.start", { n: planned.total }) : t("queue.bulk.preview")}
      cancelText={t("common.cancel")}
      okButtonProps={{ disabled: planned !== undefined && changesNothing(planned) }}
      confirmLoading={isBusy}
      onOk={form.submit}
      onCancel={onClose}
      afterOpenChange={(isOpen) => isOpen && box.current?.querySelector<HTMLElement>("input")?.focus()}
    >
      <div ref={box}>
        {/* What was planned is frozen: another choice is another plan. */}
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={send}
          onValuesChange={() => setPlanned(undefined)}
        >
          <ChangeFields kind={kind} />
          {kind !== "watch" && !isPutting(kind) && (
            <Form.Item name="silent" valuePropName="checked" className={css.silent}>
              <Checkbox>{t("queue.bulk.silent")}</Checkbox>
            </Form.Item>
          )}
          <button type="submit" hidden />
        </Form>
        {planned && <Foreseen operation={planned} />}
        <Refusal error={error} />
      </div>
    </Modal>
  );
}
