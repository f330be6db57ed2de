import { useQuery } from "@tanstack/react-query";
import { Button, Tooltip } from "antd";
import { lazy, Suspense, useState } from "react";
import { TOTAL_AT_MOST } from "@/lib/trail";
import { useWords } from "@/lib/words";
import { PaneButton } from "@/ui/frame/pane-button";
import { Icon } from "@/ui/marks/icon";
import { SkeletonLines } from "@/ui/states";
import type { CalendarPlace } from "./calendar/calendar";
import { useDisplay } from "./list/display";
import { List } from "./list/list";
import { countQuery, viewsQuery } from "./queries";
import css from "./queue.module.css";
import { FILTER_KEYS, type Filters, isFiltered, naturalOrder, type Slice, type ViewInfo } from "./slice";
import { DisplayButton } from "./views/display-button";
import { SortMenu } from "./views/sort-menu";
import { ViewMenu } from "./views/view-menu";

const FilterBar = lazy(() => import("./views/filters").then((part) => ({ default: part.FilterBar })));
const Calendar = lazy(() => import("./calendar/calendar").then((part) => ({ default: part.Calendar })));

interface QueueProps {
  slice: Slice;
  place: CalendarPlace;
  open: string | undefined;
  inSplit: boolean;
  onSlice: (change: Partial<Slice>) => void;
  onSplit: (inSplit: boolean) => void;
  onView: (key: string) => void;
  onPlace: (place: CalendarPlace) => void;
}

/** A view: its name and count, its order and filters, its tickets. */
export function Queue({ slice, place, open, inSplit, onSlice, onSplit, onView, onPlace }: QueueProps) {
  const { t, local } = useWords();
  const { data: views } = useQuery(viewsQuery);
  const [isFiltering, setIsFiltering] = useState(isFiltered(slice));
  const view = views?.find((each) => each.key === slice.view);
  const sort = slice.sort ?? view?.sort ?? "updated";
  const order = slice.order ?? (slice.sort ? naturalOrder(slice.sort) : (view?.order ?? naturalOrder(sort)));
  const { display, ...displaying } = useDisplay(view);
  const total = useTotal(slice, view);
  // A day of the calendar is a list.
  const isCalendar = display.layout === "calendar" && !slice.due;

  return (
    <section className={css.queue} aria-label={view ? local(view.name) : undefined}>
      <header className={css.bar}>
        <PaneButton />
        <h1 className={css.title}>
          {view ? local(view.name) : " "}
          {total !== null && <span className={css.count}>{total > TOTAL_AT_MOST ? `${TOTAL_AT_MOST}+` : total}</span>}
        </h1>
        <div className={css.tools}>
          <Tooltip title={t("queue.filter.label")}>
            <Button
              type="text"
              aria-expanded={isFiltering}
              aria-label={t("queue.filter.label")}
              className={isFiltering ? css.pressed : undefined}
              onClick={() => setIsFiltering(!isFiltering)}
              icon={<Icon name="filter" />}
            />
          </Tooltip>
          {!isCalendar && <SortMenu view={view} sort={sort} order={order} onSort={onSlice} />}
          {view && <DisplayButton view={view} display={display} {...displaying} />}
          {view && <ViewMenu view={view} shown={{ slice, sort, order, display }} onView={onView} />}
          <Tooltip title={inSplit ? t("queue.full") : t("queue.split")}>
            <Button
              type="text"
              aria-pressed={inSplit}
              aria-label={t("queue.split")}
              className={`${css.split_toggle} ${inSplit ? css.pressed : ""}`}
              onClick={() => onSplit(!inSplit)}
              icon={<Icon name="panel" />}
            />
          </Tooltip>
        </div>
      </header>
      {isFiltering && (
        <Suspense fallback={<div className={css.filters} />}>
          <FilterBar filters={slice} onChange={(next: Filters) => onSlice(next)} />
        </Suspense>
      )}
      {isCalendar ? (
        <Suspense fallback={<SkeletonLines count={6} height={96} />}>
          <Calendar
            slice={slice}
            place={place}
            total={total}
            onPlace={onPlace}
            onDay={(due) => {
              setIsFiltering(true);
              onSlice({ due });
            }}
          />
        </Suspense>
      ) : (
        <List
          slice={slice}
          view={view}
          display={display}
          total={total}
          open={open}
          inSplit={inSplit}
          onClear={() => onSlice(Object.fromEntries(FILTER_KEYS.map((key) => [key, undefined])))}
        />
      )}
    </section>
  );
}

/** A filtered list has a count of its own. */
function useTotal(slice: Slice, view: ViewInfo | undefined): number | null {
  const filtered = isFiltered(slice);
  const { data } = useQuery({ ...countQuery(slice), enabled: filtered });
  return (filtered ? data?.count : view?.count) ?? null;
}
