import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { lazy, Suspense, useEffect, useMemo, useRef } from "react";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useStore } from "@/lib/store";
import { leaveTrail } from "@/lib/trail";
import { useWords } from "@/lib/words";
import { Empty, Failure, SkeletonLines, Stale } from "@/ui/states";
import { BulkBar } from "../bulk/bulk-bar";
import { marks } from "../live";
import { type More, queueQuery } from "../queries";
import css from "../queue.module.css";
import { isFiltered, type Slice, type TicketRow, type ViewInfo } from "../slice";
import { useWatched } from "../watching";
import { itemsOf, sectionsOf } from "./arrange";
import type { CellKey } from "./cells";
import { ALWAYS, type Display, OPTIONAL, saysNothing, useDensity } from "./display";
import { useRowActs } from "./row-acts";
import { useRowKeys } from "./row-keys";
import { RowList } from "./row-list";
import { clearSelection, selection, still, useSelecting } from "./selection";

const Board = lazy(() => import("../board/board").then(({ Board }) => ({ default: Board })));

interface ListProps {
  slice: Slice;
  view: ViewInfo | undefined;
  display: Display;
  /** How many the list holds, as far as it is counted. */
  total: number | null;
  open: string | undefined;
  inSplit: boolean;
  onClear: () => void;
}

export function List({ slice, view, display, total, open, inSplit, onClear }: ListProps) {
  const { data, error, isPending, refetch, ...more } = useInfiniteQuery(queueQuery(slice, view?.is_timed));
  useWatched(slice);
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  useTrail(slice, data && rows, total, open);
  useForgotten(slice, rows);
  if (isPending) return <SkeletonLines count={12} height={41} />;
  if (!data) return <Failure error={error} onRetry={() => refetch()} />;
  const paging = { ...more, error };
  const shown = { slice, view, rows, total, display };
  return (
    <>
      <Stale error={more.isFetchNextPageError ? null : error} onRetry={() => refetch()} />
      {rows.length === 0 && <Nothing slice={slice} isShipped={view?.owner === null} onClear={onClear} />}
      {rows.length > 0 && display.layout === "board" && (
        <Suspense fallback={<SkeletonLines count={12} height={41} />}>
          <Board {...shown} more={paging} />
        </Suspense>
      )}
      {rows.length > 0 && display.layout !== "board" && <Rows {...shown} more={paging} open={open} inSplit={inSplit} />}
      <BulkBar {...shown} />
    </>
  );
}

interface RowsProps {
  slice: Slice;
  view: ViewInfo | undefined;
  rows: TicketRow[];
  display: Display;
  more: More;
  open: string | undefined;
  inSplit: boolean;
}

function Rows({ slice, view, rows, display, more, open, inSplit }: RowsProps) {
  const { t } = useWords();
  const names = useNames();
  const me = useMe();
  const box = useRef<HTMLDivElement>(null);
  const marked = useStore(marks);
  const isSelecting = useSelecting();
  const density = useDensity();
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, error } = more;
  const sections = useMemo(
    () => (display.group ? sectionsOf(rows, display.group, names, me.person_id) : null),
    [rows, display.group, names, me.person_id],
  );
  const items = useMemo(() => itemsOf(rows, sections), [rows, sections]);
  const order = useMemo(() => items.flatMap((item) => (item.kind === "row" ? [item.row.number] : [])), [items]);
  const { onAct, dialog } = useRowActs();
  const keys = useRowKeys(box, order, rows, onAct);
  const fields = useFields(view);
  const columns = useColumns(view, display);
  return (
    <div className={css.scroll} ref={box} data-scroll-restoration-id="queue" data-selecting={isSelecting || undefined}>
      <RowList
        box={box}
        items={items}
        group={display.group}
        density={display.density ?? density}
        open={open}
        marked={marked}
        reveal={keys.reveal}
        shape={{
          names,
          inSplit,
          view: slice.view,
          columns,
          fields,
          onFocus: keys.onFocus,
          onSelect: keys.onSelect,
          onAct,
        }}
      />
      {hasNextPage && !isFetchNextPageError && <NextPage onSeen={fetchNextPage} isLoading={isFetchingNextPage} />}
      {isFetchNextPageError && <Failure error={error} onRetry={() => fetchNextPage()} />}
      {!hasNextPage && rows.length > 20 && <p className={css.end}>{t("queue.end")}</p>}
      {dialog}
    </div>
  );
}

function useColumns(view: ViewInfo | undefined, display: Display): CellKey[] {
  const columns = display.columns.join(" ");
  return useMemo(() => {
    const shown = new Set(columns.split(" "));
    for (const key of saysNothing(view)) shown.delete(key);
    return OPTIONAL.filter((each) => shown.has(each));
  }, [columns, view]);
}

/** Columns that are no part of every row: custom fields, and what subjects contribute. */
function useFields(view: ViewInfo | undefined) {
  const names = useNames();
  return useMemo(() => {
    const custom = new Map(names.fields.map((field) => [`fields.${field.key}`, field]));
    const plain = new Set<string>([...ALWAYS, ...OPTIONAL]);
    const shown = (view?.columns ?? []).filter(({ key }) => !plain.has(key));
    return shown.map(({ key, name, cell }) => ({ ...(custom.get(key) ?? { ...PLAIN, name, kind: cell }), key }));
  }, [view, names]);
}

/** What a field that is no custom one has to say of itself, beside its column. */
const PLAIN = { types: [], help: {}, choices: [], retired: false };

/** Pages of tickets know from here what stands before and after them. */
function useTrail(slice: Slice, rows: TicketRow[] | undefined, total: number | null, open?: string) {
  useEffect(() => {
    if (!rows) return;
    const { view, ...search } = slice;
    leaveTrail({ view, search, numbers: rows.map(({ number }) => number), total }, open);
  }, [slice, rows, total, open]);
}

/** Another list has another selection, and what left this one is not changed with the others. */
function useForgotten(slice: Slice, rows: readonly TicketRow[]) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another list nothing is chosen
  useEffect(() => () => clearSelection(), [slice]);
  useEffect(() => {
    const order = rows.map(({ number }) => number);
    selection.set((before) => still(before, order));
  }, [rows]);
}

function NextPage({ onSeen, isLoading }: { onSeen: () => void; isLoading: boolean }) {
  const mark = useRef<HTMLDivElement>(null);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    const watcher = new IntersectionObserver((entries) => entries[0]?.isIntersecting && seen.current(), {
      rootMargin: "600px",
    });
    if (mark.current) watcher.observe(mark.current);
    return () => watcher.disconnect();
  }, []);
  return <div ref={mark}>{isLoading && <SkeletonLines count={3} height={41} />}</div>;
}

interface NothingProps {
  slice: Slice;
  isShipped: boolean;
  onClear: () => void;
}

function Nothing({ slice, isShipped, onClear }: NothingProps) {
  const { t } = useWords();
  if (isFiltered(slice)) {
    return (
      <Empty icon="search" title={t("queue.empty.filtered.title")} text={t("queue.empty.filtered.text")}>
        <Button onClick={onClear}>{t("queue.filter.clear")}</Button>
      </Empty>
    );
  }
  const name = isShipped ? slice.view : "made";
  return <Empty icon="inbox" title={t(`queue.empty.${name}.title`)} text={t(`queue.empty.${name}.text`)} />;
}
