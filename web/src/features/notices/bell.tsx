import { useQuery } from "@tanstack/react-query";
import { Button, Popover } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/ago";
import { Icon } from "@/ui/icon";
import { Empty, Failure, SkeletonLines, Stale } from "@/ui/states";
import css from "./bell.module.css";
import { noticesQuery, useReadNotices } from "./queries";

/** Notices of this person, newest first; they count as read once the list was opened and closed again. */
export function Bell({ onOpen }: { onOpen: (number: string) => void }) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery(noticesQuery);
  const read = useReadNotices();
  const unread = data?.unread ?? 0;

  const show = (open: boolean) => {
    setIsOpen(open);
    const newest = data?.notices[0];
    if (!open && unread > 0 && newest) read.mutate(newest.id);
  };

  return (
    <Popover
      open={isOpen}
      onOpenChange={show}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      styles={{ container: { padding: 0 } }}
      content={
        <NoticeList
          onOpen={(number) => {
            show(false);
            onOpen(number);
          }}
        />
      }
    >
      <Button type="text" aria-label={t("shell.notices.label", { n: unread })} className={css.bell}>
        <Icon name="bell" />
        {unread > 0 && <span className={css.count}>{unread > 99 ? "99+" : unread}</span>}
      </Button>
    </Popover>
  );
}

function NoticeList({ onOpen }: { onOpen: (number: string) => void }) {
  const { t, local } = useWords();
  const { data, error, refetch } = useQuery(noticesQuery);
  return (
    <section className={css.list} aria-label={t("shell.notices.title")}>
      <h2 className={css.head}>{t("shell.notices.title")}</h2>
      {data && <Stale error={error} onRetry={() => refetch()} />}
      {error && !data && <Failure error={error} onRetry={() => refetch()} />}
      {!data && !error && <SkeletonLines count={4} height={52} />}
      {data?.notices.length === 0 && (
        <Empty icon="bell" title={t("shell.notices.empty.title")} text={t("shell.notices.empty.text")} />
      )}
      <ul>
        {data?.notices.map((notice) => (
          <li key={notice.id}>
            <button
              type="button"
              className={css.notice}
              data-unread={notice.read_at === null || undefined}
              disabled={!notice.number}
              onClick={() => notice.number && onOpen(notice.number)}
            >
              <span className={css.text}>
                {local(notice.text)}
                {notice.count > 1 && <span className={css.times}>{t("shell.notices.times", { n: notice.count })}</span>}
              </span>
              <span className={css.meta}>
                {notice.number} <Ago at={notice.at} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
