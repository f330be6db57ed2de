import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { PhasePill } from "@/ui/marks/phase-pill";
import { Failure, SkeletonLines } from "@/ui/states";
import css from "../customers.module.css";
import { conversationsQuery, ticketsQuery } from "../queries";
import { Part } from "./part";

/** What they asked for, open and ended, as far as it is in the reader's reach. */
export function Tickets({ id }: { id: number }) {
  const { t, local } = useWords();
  const names = useNames();
  const query = useInfiniteQuery(ticketsQuery(id));
  const rows = query.data?.pages.flatMap((page) => page.items);
  return (
    <Part title={t("customers.tickets.title")}>
      <Body query={query} isEmpty={rows?.length === 0} empty={t("customers.tickets.none")}>
        <ul className={css.rows}>
          {rows?.map((row) => (
            <li key={row.number}>
              <Link to="/tickets/$number" params={{ number: row.number }} className={css.row}>
                <PhasePill phase={row.phase} name={local(names.status(row.status).name)} />
                <span className={css.subject}>{row.title}</span>
                <span className={css.quiet}>{row.number}</span>
                <Ago at={row.updated_at} className={css.quiet} />
              </Link>
            </li>
          ))}
        </ul>
      </Body>
    </Part>
  );
}

export function Conversations({ id }: { id: number }) {
  const { t } = useWords();
  const query = useInfiniteQuery(conversationsQuery(id));
  const rows = query.data?.pages.flatMap((page) => page.items);
  return (
    <Part title={t("customers.conversations.title")}>
      <Body query={query} isEmpty={rows?.length === 0} empty={t("customers.conversations.none")}>
        <ul className={css.rows}>
          {rows?.map((row) => (
            <li key={row.id} className={css.row}>
              <span className={css.subject}>
                {t(`common.channel.${row.channel}`, { defaultValue: row.channel })}
                {row.agent && <span className={css.quiet}> {row.agent}</span>}
              </span>
              <span>
                {row.tickets.map((number) => (
                  <Link key={number} to="/tickets/$number" params={{ number }} className={css.number}>
                    {number}
                  </Link>
                ))}
              </span>
              <span className={css.quiet}>{t(`customers.conversations.${row.state}`)}</span>
              <Ago at={row.last_customer_at ?? row.created_at} className={css.quiet} />
            </li>
          ))}
        </ul>
      </Body>
    </Part>
  );
}

interface BodyProps {
  query: {
    data: unknown;
    error: unknown;
    refetch: () => unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
  isEmpty: boolean;
  empty: string;
  children: ReactNode;
}

function Body({ query, isEmpty, empty, children }: BodyProps) {
  const { t } = useWords();
  if (!query.data && query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines count={3} />;
  if (isEmpty && !query.hasNextPage) return <p className={css.quiet}>{empty}</p>;
  return (
    <>
      {children}
      {query.hasNextPage && (
        <Button size="small" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t("common.table.more")}
        </Button>
      )}
    </>
  );
}
