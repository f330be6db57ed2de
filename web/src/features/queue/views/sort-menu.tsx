import { Button, Dropdown } from "antd";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "../queue.module.css";
import { naturalOrder, type Order, SORTS, type ViewInfo } from "../slice";

interface SortMenuProps {
  view: ViewInfo | undefined;
  sort: string;
  order: Order;
  onSort: (change: { sort?: string; order?: Order }) => void;
}

/** By what the list is ordered, and in which direction: the arrow turns it, the name chooses another. */
export function SortMenu({ view, sort, order, onSort }: SortMenuProps) {
  const { t, local } = useWords();
  const sorts = [...SORTS, ...(view?.columns ?? []).flatMap((each) => each.sort ?? [])];
  const nameOf = (key: string) => {
    const known = SORTS.some((each) => each === key);
    return known ? t(`queue.sort.${key}`) : local(view?.columns.find((each) => each.key === key)?.name);
  };
  const turn = t(`queue.order.${order}`);
  return (
    <span className={css.sorting}>
      <Dropdown
        trigger={["click"]}
        menu={{
          selectable: true,
          selectedKeys: [sort],
          items: [...new Set(sorts)].map((key) => ({ key, label: nameOf(key) })),
          onClick: ({ key }) => onSort({ sort: key, order: naturalOrder(key) }),
        }}
      >
        <Button type="text" className={css.sort}>
          {nameOf(sort)}
        </Button>
      </Dropdown>
      <Button
        type="text"
        className={css.sort}
        aria-label={turn}
        title={turn}
        icon={<Icon name="arrow" size={14} className={order === "asc" ? css.up : undefined} />}
        onClick={() => onSort({ sort, order: order === "asc" ? "desc" : "asc" })}
      />
    </span>
  );
}
