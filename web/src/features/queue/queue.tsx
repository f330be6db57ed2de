import { useQuery } from "@tanstack/react-query";
import { Button, Dropdown, Tooltip } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/icon";
import { FilterBar } from "./filters";
import { List } from "./list";
import { viewsQuery } from "./queries";
import css from "./queue.module.css";
import { type Filters, isFiltered, naturalOrder, type Slice, SORTS } from "./slice";
import { ViewMenu } from "./view-menu";

interface QueueProps {
  slice: Slice;
  open: string | undefined;
  inSplit: boolean;
  onSlice: (change: Partial<Slice>) => void;
  onSplit: (inSplit: boolean) => void;
  onView: (key: string) => void;
}

/** A view: its name and count, its order and filters, its tickets. */
export function Queue({ slice, open, inSplit, onSlice, onSplit, onView }: QueueProps) {
  const { t, local } = useWords();
  const { data: views } = useQuery(viewsQuery);
  const [isFiltering, setIsFiltering] = useState(isFiltered(slice));
  const view = views?.find((each) => each.key === slice.view);
  const sort = slice.sort ?? view?.sort ?? "updated";
  const order = slice.order ?? (slice.sort ? naturalOrder(slice.sort) : (view?.order ?? naturalOrder(sort)));
  const sorts = [...SORTS, ...(view?.columns ?? []).flatMap((each) => each.sort ?? [])];
  const nameOf = (key: string) =>
    key.startsWith("fields.") ? local(view?.columns.find((each) => each.key === key)?.name) : t(`queue.sort.${key}`);

  return (
    <section className={css.queue} aria-label={view ? local(view.name) : undefined}>
      <header className={css.bar}>
        <h1 className={css.title}>
          {view ? local(view.name) : " "}
          {view && <span className={css.count}>{(view.count ?? 0) > 999 ? "999+" : view.count}</span>}
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
          <Dropdown
            trigger={["click"]}
            menu={{
              selectable: true,
              selectedKeys: [sort],
              items: [...new Set(sorts)].map((key) => ({ key, label: nameOf(key) })),
              onClick: ({ key }) => {
                const turned = order === "asc" ? "desc" : "asc";
                onSlice({ sort: key, order: key === sort ? turned : naturalOrder(key) });
              },
            }}
          >
            <Button type="text" className={css.sort}>
              {nameOf(sort)}
              <Icon name="down" size={12} className={order === "asc" ? css.up : undefined} />
            </Button>
          </Dropdown>
          {view && <ViewMenu view={view} slice={slice} sort={sort} order={order} onView={onView} />}
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
      {isFiltering && <FilterBar filters={slice} onChange={(next: Filters) => onSlice(next)} />}
      <List
        slice={slice}
        view={view}
        open={open}
        inSplit={inSplit}
        onClear={() => onSlice({ priority: undefined, status: undefined, category: undefined, assignee: undefined })}
      />
    </section>
  );
}
