import { useQuery } from "@tanstack/react-query";
import { Button, Dropdown, Tooltip } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/icon";
import { FilterBar } from "./filters";
import { List } from "./list";
import { viewsQuery } from "./queries";
import css from "./queue.module.css";
import { type Filters, isFiltered, NATURAL, type Slice, SORTS } from "./slice";

interface QueueProps {
  slice: Slice;
  open: string | undefined;
  inSplit: boolean;
  onSlice: (change: Partial<Slice>) => void;
  onSplit: (inSplit: boolean) => void;
}

/** A view: its name and count, its order and filters, its tickets. */
export function Queue({ slice, open, inSplit, onSlice, onSplit }: QueueProps) {
  const { t, local } = useWords();
  const { data: views } = useQuery(viewsQuery);
  const [isFiltering, setIsFiltering] = useState(isFiltered(slice));
  const view = views?.find((each) => each.key === slice.view);
  const turned = slice.order === "asc" ? "desc" : "asc";

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
              selectedKeys: [slice.sort],
              items: SORTS.map((sort) => ({ key: sort, label: t(`queue.sort.${sort}`) })),
              onClick: ({ key }) => {
                const sort = key as Slice["sort"];
                onSlice({ sort, order: sort === slice.sort ? turned : NATURAL[sort] });
              },
            }}
          >
            <Button type="text" className={css.sort}>
              {t(`queue.sort.${slice.sort}`)}
              <Icon name="down" size={12} className={slice.order === "asc" ? css.up : undefined} />
            </Button>
          </Dropdown>
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
        open={open}
        inSplit={inSplit}
        onClear={() => onSlice({ priority: undefined, status: undefined, category: undefined, assignee: undefined })}
      />
    </section>
  );
}
