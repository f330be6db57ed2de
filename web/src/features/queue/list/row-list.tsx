/** The rows of a list; of a long one only those are drawn that can be seen (decision 0030). */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect } from "react";
import { useWords } from "@/lib/words";
import type { Group, Item } from "./arrange";
import type { Density } from "./display";
import { GroupName } from "./group-name";
import { Row, type RowShape } from "./row";
import css from "./row.module.css";
import type { Reveal } from "./row-keys";

/** More rows than this are not all drawn. */
export const DRAWN_AT_MOST = 200;
const HEIGHTS = { comfortable: 41, compact: 33 };
const HEAD = 36;
const BEYOND = 12;

interface RowListProps {
  box: RefObject<HTMLDivElement | null>;
  items: readonly Item[];
  group: Group | null;
  density: Density;
  open: string | undefined;
  marked: Readonly<Record<string, number>>;
  reveal: Reveal;
  shape: RowShape;
}

const keyOf = (item: Item) => (item.kind === "row" ? item.row.number : `=${item.key}`);

export function RowList(props: RowListProps) {
  return props.items.length > DRAWN_AT_MOST ? <SomeRows {...props} /> : <AllRows {...props} />;
}

function AllRows({ items, density, ...rest }: RowListProps) {
  return (
    <ol className={css.rows} data-density={density}>
      {items.map((item) => (
        <One key={keyOf(item)} item={item} {...rest} />
      ))}
    </ol>
  );
}

function SomeRows({ items, box, reveal, density, ...rest }: RowListProps) {
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (items[index]?.kind === "head" ? HEAD : HEIGHTS[density]),
    getItemKey: (index) => keyOf(items[index] as Item),
    overscan: BEYOND,
  });
  useEffect(() => {
    reveal.current = (number) => {
      const index = items.findIndex((item) => item.kind === "row" && item.row.number === number);
      const isDrawn = virtual.getVirtualItems().some((each) => each.index === index);
      if (index >= 0 && !isDrawn) virtual.scrollToIndex(index);
    };
    return () => {
      reveal.current = null;
    };
  }, [items, reveal, virtual]);
  const drawn = virtual.getVirtualItems();
  const before = drawn[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  return (
    <ol className={css.rows} data-density={density} style={{ paddingTop: before, paddingBottom: after }}>
      {drawn.map(({ index, key }) => (
        <One
          key={key}
          item={items[index] as Item}
          {...rest}
          box={box}
          reveal={reveal}
          measure={virtual.measureElement}
          index={index}
        />
      ))}
    </ol>
  );
}

type OneProps = Omit<RowListProps, "items" | "density"> & {
  item: Item;
  index?: number;
  measure?: (element: Element | null) => void;
};

function One({ item, group, open, marked, shape, index, measure }: OneProps) {
  const { t } = useWords();
  if (item.kind === "head") {
    return (
      <li className={css.head} ref={measure} data-index={index}>
        <h2>
          {group && <GroupName group={group} value={item.key} />}
          <span className={css.head_count}>{t("queue.group.loaded", { n: item.count })}</span>
        </h2>
      </li>
    );
  }
  const { row } = item;
  return (
    <Row
      {...shape}
      row={row}
      isOpen={row.number === open}
      isMarked={row.number in marked}
      index={index}
      measure={measure}
    />
  );
}
