import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useMe } from "@/lib/session";
import { useStore } from "@/lib/store";
import { TOTAL_AT_MOST } from "@/lib/trail";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { clearSelection, selection } from "../list/selection";
import { type Slice, type TicketRow, whereOf } from "../slice";
import css from "./bulk.module.css";
import { type ChangeKind, changesIn } from "./changes";
import { useOperation } from "./operation";

const ChangeDialog = lazy(() => import("./change-dialog").then((part) => ({ default: part.ChangeDialog })));
const Progress = lazy(() => import("./progress").then((part) => ({ default: part.Progress })));

interface BulkBarProps {
  slice: Slice;
  rows: readonly TicketRow[];
  total: number | null;
}

/** Beneath the list while rows are chosen: what can be done to all of them; then how far it is. */
export function BulkBar({ slice, rows, total }: BulkBarProps) {
  const { t } = useWords();
  const me = useMe();
  const operation = useOperation();
  const { numbers, isWhole } = useStore(selection);
  const [kind, setKind] = useState<ChangeKind>();
  if (numbers.size === 0) return <Suspense>{operation && <Progress operation={operation} />}</Suspense>;
  const hasMore = !isWhole && numbers.size >= rows.length && total !== null && total > rows.length;
  const count = isWhole && total !== null ? written(total) : String(numbers.size);
  const targets = isWhole ? { listed: { view: slice.view, where: whereOf(slice) } } : { numbers: [...numbers] };
  const kinds = changesIn(slice.view, me.permissions);
  return (
    <section className={css.bar} aria-label={t("queue.bulk.label")}>
      <p className={css.count} role="status">
        {t("queue.bulk.chosen", { n: count })}
        {hasMore && (
          <Button
            type="link"
            size="small"
            onClick={() => selection.set((before) => ({ ...before, isWhole: true, anchor: null }))}
          >
            {t("queue.bulk.whole", { n: written(total) })}
          </Button>
        )}
      </p>
      <div className={css.kinds}>
        {kinds.map((key) => (
          <Button key={key} size="small" onClick={() => setKind(key)}>
            {t(`queue.bulk.kind.${key}`)}
          </Button>
        ))}
      </div>
      <Button
        type="text"
        size="small"
        className={css.clear}
        aria-label={t("queue.bulk.clear")}
        title={t("queue.bulk.clear")}
        icon={<Icon name="close" />}
        onClick={clearSelection}
      />
      <Suspense>
        {kind && <ChangeDialog kind={kind} targets={targets} count={count} onClose={() => setKind(undefined)} />}
      </Suspense>
    </section>
  );
}

const written = (total: number) => (total > TOTAL_AT_MOST ? `${TOTAL_AT_MOST}+` : String(total));
