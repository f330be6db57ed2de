import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo } from "react";
import { useTicketsNoticesRead } from "@/features/notices/queries";
import { useOpened } from "@/features/queue/live";
import { viewsQuery } from "@/features/queue/queries";
import { Queue } from "@/features/queue/queue";
import type { Slice } from "@/features/queue/slice";
import { useMedia } from "@/lib/browser/media";
import { keep, useKept } from "@/lib/kept";
import { useWords } from "@/lib/words";
import { Empty, SkeletonLines } from "@/ui/states";
import css from "./queue.module.css";
import { useDeskTitle } from "./title";

const TicketPage = lazy(() => import("@/features/ticket/ticket-page").then((page) => ({ default: page.TicketPage })));

const FROM = "/workbench/desk/queue/$view" as const;

export function QueueRoute() {
  const { view } = useParams({ from: FROM });
  const search = useSearch({ from: FROM });
  const navigate = useNavigate({ from: "/queue/$view" });
  const [wantsSplit, setWantsSplit] = useKept("split", false);
  const inSplit = useMedia("(min-width: 901px)") && wantsSplit;

  useEffect(() => keep("view", view), [view]);
  const { local } = useWords();
  const { data: name } = useQuery({ ...viewsQuery, select: (views) => views.find(({ key }) => key === view)?.name });
  const opened = inSplit ? search.open : undefined;
  useOpened(opened);
  useTicketsNoticesRead(opened);
  useDeskTitle(local(name), opened);

  const { sort, order, priority, status, category, assignee, due, open } = search;
  const slice = useMemo<Slice>(
    () => ({ view, sort, order, priority, status, category, assignee, due }),
    [view, sort, order, priority, status, category, assignee, due],
  );

  const queue = (
    <Queue
      slice={slice}
      place={{ day: search.day, span: search.span }}
      open={open}
      inSplit={inSplit}
      onSlice={({ view: _same, ...change }) =>
        navigate({ search: (before) => ({ ...before, ...change }), replace: true })
      }
      onPlace={({ day, span }) =>
        navigate({
          search: (before) => ({ ...before, day, span: span === "week" ? span : undefined }),
          replace: true,
        })
      }
      onSplit={setWantsSplit}
      onView={(key) => navigate({ to: "/queue/$view", params: { view: key }, search: {} })}
    />
  );
  if (!inSplit) return queue;
  return (
    <div className={css.split}>
      {queue}
      <div className={css.beside}>
        {open ? (
          <Suspense fallback={<SkeletonLines count={10} height={56} />}>
            <TicketPage
              number={open}
              asOf={search.as_of}
              onTravel={(as_of) => navigate({ search: (before) => ({ ...before, as_of }) })}
              onNext={(next) => navigate({ search: (before) => ({ ...before, open: next, as_of: undefined }) })}
              onBack={() => navigate({ search: (before) => ({ ...before, open: undefined, as_of: undefined }) })}
            />
          </Suspense>
        ) : (
          <NothingChosen />
        )}
      </div>
    </div>
  );
}

function NothingChosen() {
  const { t } = useWords();
  return <Empty icon="message" title={t("queue.choose.title")} text={t("queue.choose.text")} />;
}
