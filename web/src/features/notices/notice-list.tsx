import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { Icon } from "@/ui/marks/icon";
import { Empty, Failure, SkeletonLines, Stale } from "@/ui/states";
import { linesOf, type Notice, unreadOf } from "./lines";
import css from "./notice-list.module.css";
import { noticesOfQuery, noticesQuery, useReadNotices } from "./queries";

export type Ask = "approve" | "decline";
/** ``ask``: what its reader wants to do about it at once. */
export type OpenNotice = (notice: Notice, ask?: Ask) => void;

/** What a notice asks of its reader, by its kind. The page of the ticket asks again before it acts. */
const ASKS: Record<string, readonly Ask[]> = { approval_asked: ["approve", "decline"] };

interface NoticeListProps {
  onOpen: OpenNotice;
  /** Given where the list opens beneath a button: it has its title itself, and takes the focus. */
  onClose?: () => void;
}

export function NoticeList({ onOpen, onClose }: NoticeListProps) {
  const { t } = useWords();
  const query = useInfiniteQuery(noticesQuery);
  const { data, error, refetch } = query;
  const read = useReadNotices();
  const place = useRef<HTMLElement>(null);
  const isOwn = onClose !== undefined;
  useEffect(() => {
    if (isOwn) place.current?.focus();
  }, [isOwn]);

  const lines = linesOf(data);
  const newest = lines.find(({ read_at }) => read_at === null);
  const open: OpenNotice = (notice, ask) => {
    if (!notice.number && notice.read_at === null) read.mutate({ id: notice.id });
    onOpen(notice, ask);
  };
  return (
    <section
      ref={place}
      tabIndex={-1}
      className={css.list}
      data-own={isOwn || undefined}
      aria-label={t("shell.notices.title")}
      onKeyDown={(event) => event.key === "Escape" && onClose?.()}
    >
      {(isOwn || newest) && (
        <header className={css.head}>
          {isOwn && <h2>{t("shell.notices.title")}</h2>}
          {unreadOf(data) > 0 && newest && (
            <Button type="link" size="small" onClick={() => read.mutate({ up_to: newest.id })}>
              {t("shell.notices.read_all")}
            </Button>
          )}
        </header>
      )}
      {data && !query.isFetchNextPageError && <Stale error={error} onRetry={() => refetch()} />}
      {error && !data && <Failure error={error} onRetry={() => refetch()} />}
      {!data && !error && <SkeletonLines count={4} height={52} />}
      {data && lines.length === 0 && (
        <Empty icon="bell" title={t("shell.notices.empty.title")} text={t("shell.notices.empty.text")} />
      )}
      <ul>
        {lines.map((notice) => (
          <Line key={notice.number ?? notice.id} notice={notice} onOpen={open} />
        ))}
      </ul>
      <Older query={query} />
    </section>
  );
}

/** The latest word about a ticket; what else was told of it unfolds. */
function Line({ notice, onOpen }: { notice: Notice; onOpen: OpenNotice }) {
  const { t } = useWords();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const others = useId();
  const asks = notice.read_at === null ? (ASKS[notice.kind] ?? []) : [];
  const hasOthers = notice.number !== null && notice.of_ticket > 1;
  return (
    <li className={css.line} data-unread={notice.read_at === null || undefined}>
      <button type="button" className={css.notice} onClick={() => onOpen(notice)}>
        <Said notice={notice} />
        <span className={css.meta}>
          {notice.number} <Ago at={notice.at} />
        </span>
      </button>
      {asks.length > 0 && (
        <div className={css.asks}>
          {asks.map((ask) => (
            <Button key={ask} size="small" danger={ask === "decline"} onClick={() => onOpen(notice, ask)}>
              {t(`shell.notices.ask.${ask}`)}
            </Button>
          ))}
        </div>
      )}
      {hasOthers && (
        <button
          type="button"
          className={css.fold}
          aria-expanded={isUnfolded}
          aria-controls={others}
          onClick={() => setIsUnfolded(!isUnfolded)}
        >
          {t("shell.notices.of_ticket", { n: notice.of_ticket })}
          <Icon name="down" size={12} />
        </button>
      )}
      {hasOthers && isUnfolded && notice.number && <AllOf id={others} number={notice.number} />}
    </li>
  );
}

function Said({ notice }: { notice: Notice }) {
  const { t, local } = useWords();
  return (
    <span className={css.text}>
      {notice.read_at === null && <i className={css.dot} role="img" aria-label={t("shell.notices.unread")} />}
      {local(notice.text)}
      {notice.count > 1 && <span className={css.times}>{t("shell.notices.times", { n: notice.count })}</span>}
    </span>
  );
}

function AllOf({ id, number }: { id: string; number: string }) {
  const query = useInfiniteQuery(noticesOfQuery(number));
  const { data, error, refetch } = query;
  if (!data)
    return error ? <Failure error={error} onRetry={() => refetch()} /> : <SkeletonLines count={2} height={32} />;
  return (
    <div id={id} className={css.others}>
      <ul>
        {data.pages.flatMap((page) =>
          page.notices.map((notice) => (
            <li key={notice.id}>
              <Said notice={notice} />
              <Ago at={notice.at} />
            </li>
          )),
        )}
      </ul>
      <Older query={query} />
    </div>
  );
}

interface OlderProps {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: unknown;
    fetchNextPage: () => unknown;
  };
}

function Older({ query }: OlderProps) {
  const { t } = useWords();
  const more = () => void query.fetchNextPage();
  if (query.isFetchNextPageError) return <Stale error={query.error} onRetry={more} />;
  if (!query.hasNextPage) return null;
  return (
    <Button type="text" block className={css.older} loading={query.isFetchingNextPage} onClick={more}>
      {t("shell.notices.older")}
    </Button>
  );
}
