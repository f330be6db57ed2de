import { useQuery } from "@tanstack/react-query";
import { Progress as Bar, Button, Modal } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { Failure, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import css from "./bulk.module.css";
import { cancel, follow, isOver, type Operation, problemsQuery, reasonsOf, undo } from "./operation";
import { Reasons } from "./reasons";

/** How far an operation is, and at its end what became of it, with the way back. */
export function Progress({ operation }: { operation: Operation }) {
  const { t, problem } = useWords();
  const { message } = useVoice();
  const [isAsking, setIsAsking] = useState(false);
  const { id, total, done, failed, unchanged, undoes } = operation;
  const over = isOver(operation);
  const passed = done + failed + unchanged;
  const act = (deed: () => Promise<Operation>) => async () => {
    try {
      follow(await deed());
    } catch (refusal) {
      message.error([problem(refusal).title, problem(refusal).remedy].filter(Boolean).join(" "));
    }
  };
  return (
    <section className={css.bar} aria-label={t("queue.bulk.progress")}>
      <p className={css.count} role="status">
        {over ? ended(operation, t) : t(undoes ? "queue.bulk.undoing" : "queue.bulk.running", { n: passed, of: total })}
      </p>
      {!over && (
        <>
          <Bar
            className={css.line}
            percent={total > 0 ? Math.round((passed / total) * 100) : 0}
            showInfo={false}
            size="small"
            aria-label={t("queue.bulk.progress")}
          />
          <Button size="small" disabled={operation.state === "cancelling"} onClick={act(() => cancel(id))}>
            {t("queue.bulk.cancel")}
          </Button>
        </>
      )}
      {over && failed > 0 && (
        <Button size="small" onClick={() => setIsAsking(true)}>
          {t("queue.bulk.why")}
        </Button>
      )}
      {over && undoes === null && done > 0 && (
        <Button size="small" type="primary" ghost onClick={act(() => undo(id))}>
          {t("queue.bulk.undo")}
        </Button>
      )}
      {over && (
        <Button
          type="text"
          size="small"
          className={css.clear}
          aria-label={t("queue.bulk.dismiss")}
          icon={<Icon name="close" />}
          onClick={() => follow(null)}
        />
      )}
      {isAsking && <Problems operation={operation} onClose={() => setIsAsking(false)} />}
    </section>
  );
}

function ended({ state, undoes, done, failed, unchanged, fault }: Operation, t: ReturnType<typeof useWords>["t"]) {
  if (fault) return t("queue.bulk.stopped");
  const kind = undoes ? "undone" : state === "cancelled" ? "cancelled" : "done";
  const rest = [
    failed > 0 && t("queue.bulk.failed", { n: failed }),
    unchanged > 0 && t("queue.bulk.unchanged", { n: unchanged }),
  ];
  return [t(`queue.bulk.${kind}`, { n: done }), ...rest].filter(Boolean).join(t("queue.bulk.comma"));
}

/** Which tickets were refused, and why: the first of them here, all of them as a file. */
function Problems({ operation, onClose }: { operation: Operation; onClose: () => void }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(problemsQuery(operation.id));
  return (
    <Modal open title={t("queue.bulk.why_title", { n: operation.failed })} footer={null} onCancel={onClose}>
      {!data && !error && <SkeletonLines count={3} height={32} />}
      {error && <Failure error={error} onRetry={() => refetch()} />}
      {data && <Reasons reasons={reasonsOf(data.map((each) => each.problem))} />}
      <p>
        <a href={`/api/v1/operations/${operation.id}/problems.csv`} download>
          {t("queue.bulk.file")}
        </a>
      </p>
    </Modal>
  );
}
