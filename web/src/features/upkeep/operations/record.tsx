import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Progress } from "antd";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { StateTag } from "@/ui/marks/state-tag";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, Refusal, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Column, DataTable } from "@/ui/table/data-table";
import {
  isUnderWay,
  type Operation,
  operationQuery,
  type Problem,
  problemsFile,
  problemsQuery,
  useOperation,
} from "./queries";
import css from "./record.module.css";
import { STATE_COLOURS, useKindName } from "./words";

interface RecordProps {
  id: number;
  onOpen: (id?: string) => void;
}

/** One operation: how far it is, what was refused and why; cancelling it, and taking it back. */
export function OperationRecord({ id, onOpen }: RecordProps) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(operationQuery(id));
  const nameOf = useKindName();
  return (
    <SettingsPage title={data ? nameOf(data) : t("operations.title")} onBack={() => onOpen()}>
      {error && !data && <Failure error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonLines count={4} height={44} />}
      {data && <Standing operation={data} onOpen={onOpen} />}
      {data && data.failed > 0 && <Problems id={id} />}
    </SettingsPage>
  );
}

function Standing({ operation, onOpen }: { operation: Operation; onOpen: RecordProps["onOpen"] }) {
  const { t, exact } = useWords();
  const { total, done, failed, unchanged, state } = operation;
  const handled = done + failed + unchanged;
  const percent = total === 0 ? 100 : Math.floor((handled / total) * 100);
  return (
    <section className={css.standing} aria-label={t("operations.state")}>
      <p>
        <StateTag tone={STATE_COLOURS[state]}>{t(`operations.states.${state}`)}</StateTag>
        {t("operations.handled", { handled, total })}
      </p>
      <Progress percent={percent} status={failed > 0 ? "exception" : undefined} aria-label={t("operations.progress")} />
      <p className={css.counts}>{t("operations.counts", { done, unchanged, failed })}</p>
      <p className={css.counts}>
        {t("operations.begun", { at: exact(operation.created_at) })}
        {operation.ended_at && ` ${t("operations.ended", { at: exact(operation.ended_at) })}`}
      </p>
      {operation.fault && (
        <p role="alert">{t(`operations.faults.${operation.fault}`, { defaultValue: operation.fault })}</p>
      )}
      {!operation.by_system && <Deeds operation={operation} onOpen={onOpen} />}
    </section>
  );
}

function Deeds({ operation, onOpen }: { operation: Operation; onOpen: RecordProps["onOpen"] }) {
  const { t } = useWords();
  const { message, modal } = useVoice();
  const ask = useOperation();
  const { id, state, done } = operation;
  const mayUndo = operation.undoes === null && done > 0 && ["done", "cancelled", "failed"].includes(state);
  const undo = async () => {
    const planned = await ask.mutateAsync({ id, what: "undo" }).catch(() => undefined);
    if (!planned) return;
    const words = {
      title: t("operations.undo_title", { n: planned.total }),
      content: t("operations.undo_text"),
    };
    const buttons = { okText: t("operations.undo"), cancelText: t("common.cancel") };
    if (await modal.confirm({ ...words, ...buttons })) {
      ask.mutate(
        { id: planned.id, what: "start" },
        {
          onSuccess: () => {
            message.success(t("operations.undoing"));
            onOpen(String(planned.id));
          },
        },
      );
    } else {
      ask.mutate({ id: planned.id, what: "cancel" });
    }
  };
  return (
    <div className={css.deeds}>
      <Refusal error={ask.error} />
      {state === "planned" && (
        <Button type="primary" loading={ask.isPending} onClick={() => ask.mutate({ id, what: "start" })}>
          {t("operations.start")}
        </Button>
      )}
      {(isUnderWay(operation) || state === "planned") && state !== "cancelling" && (
        <Button disabled={ask.isPending} onClick={() => ask.mutate({ id, what: "cancel" })}>
          {t("operations.cancel")}
        </Button>
      )}
      {mayUndo && (
        <Button icon={<Icon name="history" size={14} />} loading={ask.isPending} onClick={undo}>
          {t("operations.undo")}
        </Button>
      )}
    </div>
  );
}

function Problems({ id }: { id: number }) {
  const { t } = useWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(problemsQuery(id));
  const text = (problem: Problem["problem"], name: string) => String(problem[name] ?? "");
  const columns: readonly Column<Problem>[] = [
    { key: "number", title: t("operations.item"), cell: (row) => text(row.problem, "number") || row.subject },
    { key: "title", title: t("operations.why"), cell: (row) => text(row.problem, "title") },
    {
      key: "remedy",
      title: t("operations.remedy"),
      cell: (row) => text(row.problem, "remedy"),
      width: "minmax(0, 1.6fr)",
    },
  ];
  return (
    <section aria-label={t("operations.problems")}>
      <div className={css.head}>
        <h2>{t("operations.problems")}</h2>
        <a href={problemsFile(id)} download>
          {t("operations.download")}
        </a>
      </div>
      <DataTable
        label={t("operations.problems")}
        columns={columns}
        rows={data?.pages.flat()}
        error={error}
        onRetry={refetch}
        keyOf={(row) => String(row.position)}
        nameOf={(row) => text(row.problem, "number")}
        empty={<Empty icon="check" title={t("operations.no_problems")} />}
        onMore={hasNextPage ? fetchNextPage : undefined}
        isLoadingMore={isFetchingNextPage}
      />
    </section>
  );
}
