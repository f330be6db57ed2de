import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import { useNames } from "@/lib/directory";
import { useHotkeys } from "@/lib/hotkeys";
import { useStore } from "@/lib/store";
import { useWords } from "@/lib/words";
import { Empty, Failure, SkeletonLines, Stale } from "@/ui/states";
import { markOwn, marks } from "./live";
import { queueQuery, useClaimFromList } from "./queries";
import css from "./queue.module.css";
import { Row } from "./row";
import { isFiltered, type Slice, type ViewInfo } from "./slice";
import { useWatched } from "./watching";

interface ListProps {
  slice: Slice;
  view: ViewInfo | undefined;
  open: string | undefined;
  inSplit: boolean;
  onClear: () => void;
}

export function List({ slice, view, open, inSplit, onClear }: ListProps) {
  const { t } = useWords();
  const names = useNames();
  const { data, error, isPending, refetch, ...more } = useInfiniteQuery(queueQuery(slice, view?.is_timed));
  useWatched(slice);
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = more;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const fields = useMemo(() => {
    const shown = new Set(view?.columns.map(({ key }) => key));
    return names.fields.filter(({ key }) => shown.has(`fields.${key}`));
  }, [view, names]);
  const marked = useStore(marks);
  const box = useRef<HTMLDivElement>(null);
  useRowKeys(box);
  useFocusOnReturn(box, data !== undefined);

  if (isPending) return <SkeletonLines count={12} height={41} />;
  if (!data) return <Failure error={error} onRetry={() => refetch()} />;
  if (rows.length === 0) return <Nothing slice={slice} isShipped={view?.owner === null} onClear={onClear} />;
  return (
    <div className={css.scroll} ref={box} data-scroll-restoration-id="queue">
      <Stale error={isFetchNextPageError ? null : error} onRetry={() => refetch()} />
      <ol className={css.rows}>
        {rows.map((row) => (
          <Row
            key={row.number}
            row={row}
            names={names}
            inSplit={inSplit}
            isOpen={row.number === open}
            isMarked={row.number in marked}
            fields={fields}
            onFocus={remember}
          />
        ))}
      </ol>
      {hasNextPage && !isFetchNextPageError && <NextPage onSeen={fetchNextPage} isLoading={isFetchingNextPage} />}
      {isFetchNextPageError && <Failure error={error} onRetry={() => fetchNextPage()} />}
      {!hasNextPage && rows.length > 20 && <p className={css.end}>{t("queue.end")}</p>}
    </div>
  );
}

/** The row that the keyboard stands on; outlives the rows, so that `j` goes on after one has left. */
let active: string | undefined;
const remember = (number: string): void => {
  active = number;
};

/** Who comes back from a ticket stands on its row again; a focus that is somewhere is left there. */
function useFocusOnReturn(box: React.RefObject<HTMLDivElement | null>, isReady: boolean): void {
  useEffect(() => {
    if (!isReady || !active || document.activeElement !== document.body) return;
    box.current
      ?.querySelector<HTMLAnchorElement>(`a[data-row="${CSS.escape(active)}"]`)
      ?.focus({ preventScroll: true });
  }, [box, isReady]);
}

/** `j`, `k`: next, previous. `c`: claim. `Enter` opens, as it does on every link. */
function useRowKeys(box: React.RefObject<HTMLDivElement | null>) {
  const { t, problem } = useWords();
  const { message } = App.useApp();
  const claim = useClaimFromList();
  const [lastIndex, setLastIndex] = useState(-1);

  const step = (by: number) => {
    const links = [...(box.current?.querySelectorAll<HTMLAnchorElement>("a[data-row]") ?? [])];
    const found = links.findIndex((link) => link.dataset.row === active);
    const from = found >= 0 ? found : Math.min(lastIndex, links.length) - Math.max(by, 0);
    const next = links[Math.max(0, Math.min(links.length - 1, from + by))];
    if (!next) return;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    setLastIndex(links.indexOf(next));
  };

  useHotkeys({
    j: () => step(1),
    k: () => step(-1),
    c: () => {
      const number = (document.activeElement as HTMLElement | null)?.dataset.row;
      if (!number) return;
      claim.mutate(number, {
        onSuccess: ({ version }) => {
          markOwn(number, version);
          message.success(t("queue.claimed", { number }));
        },
        onError: (error) => message.error([problem(error).title, problem(error).remedy].filter(Boolean).join(" ")),
      });
    },
  });
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
