/**
 * A table of settings and reports: columns as data, a sticky head, figures to the right, rows that open. `j` and `k` go
 * along the rows, Enter opens; on a phone each row is a card. What can be done to a row stands at its end.
 */
import { Button, Dropdown, type MenuProps } from "antd";
import { type ReactNode, useRef } from "react";
import { useHotkeys } from "@/lib/hotkeys";
import { useWords } from "@/lib/words";
import { Icon } from "../marks/icon";
import { Failure, SkeletonLines, Stale } from "../states";
import css from "./data-table.module.css";

export interface Column<T> {
  key: string;
  title: string;
  cell: (row: T) => ReactNode;
  /** Figures stand to the right, in tabular signs. */
  isFigure?: boolean;
  /** As `grid-template-columns` has it; by default an equal share. */
  width?: string;
  /** Left out on a phone. */
  isMinor?: boolean;
}

export interface RowAction {
  key: string;
  label: string;
  isDangerous?: boolean;
  run: () => void;
}

interface DataTableProps<T> {
  label: string;
  columns: readonly Column<T>[];
  /** Undefined: still on its way. */
  rows: readonly T[] | undefined;
  keyOf: (row: T) => string;
  /** What a row is called to somebody who does not see it. */
  nameOf: (row: T) => string;
  onOpen?: (row: T) => void;
  actionsOf?: (row: T) => readonly RowAction[];
  error?: unknown;
  onRetry?: () => void;
  /** Stands where there are no rows. */
  empty: ReactNode;
  /** There are more: asks for them. */
  onMore?: () => void;
  isLoadingMore?: boolean;
}

export function DataTable<T>({ rows, error, onRetry, empty, ...table }: DataTableProps<T>) {
  if (!rows && error) return <Failure error={error} onRetry={onRetry} />;
  if (!rows) return <SkeletonLines count={6} height={44} />;
  if (rows.length === 0) return empty;
  return (
    <>
      {onRetry && <Stale error={error} onRetry={onRetry} />}
      <Rows rows={rows} {...table} />
    </>
  );
}

type RowsProps<T> = Omit<DataTableProps<T>, "rows" | "error" | "onRetry" | "empty"> & { rows: readonly T[] };

function Rows<T>({ label, columns, rows, keyOf, nameOf, onOpen, actionsOf, onMore, isLoadingMore }: RowsProps<T>) {
  const { t } = useWords();
  const box = useRef<HTMLTableElement>(null);
  const step = (by: number) => {
    const all = [...(box.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
  };
  useHotkeys({ j: () => step(1), k: () => step(-1) }, Boolean(onOpen));
  const widths = columns.map(({ width = "minmax(0, 1fr)" }) => width);
  const template = [...widths, ...(actionsOf ? ["44px"] : [])].join(" ");
  return (
    <>
      <table
        ref={box}
        className={css.table}
        aria-label={label}
        style={{ "--columns": template } as React.CSSProperties}
      >
        <thead>
          <tr className={css.row}>
            {columns.map(({ key, title, isFigure }) => (
              <th key={key} scope="col" data-figure={isFigure || undefined}>
                {title}
              </th>
            ))}
            {actionsOf && (
              <th scope="col">
                <span className="visually-hidden">{t("common.table.actions")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={keyOf(row)} row={row} columns={columns} nameOf={nameOf} onOpen={onOpen} actionsOf={actionsOf} />
          ))}
        </tbody>
      </table>
      {onMore && (
        <Button className={css.more} onClick={onMore} loading={isLoadingMore}>
          {t("common.table.more")}
        </Button>
      )}
    </>
  );
}

type RowProps<T> = Pick<RowsProps<T>, "columns" | "nameOf" | "onOpen" | "actionsOf"> & { row: T };

/** The first cell is the row's name, and its button; a click anywhere else in the row does the same. */
function Row<T>({ row, columns, nameOf, onOpen, actionsOf }: RowProps<T>) {
  const { t } = useWords();
  const items: MenuProps["items"] = actionsOf?.(row).map(({ key, label, isDangerous, run }) => ({
    key,
    label,
    danger: isDangerous,
    onClick: ({ domEvent }) => {
      domEvent.stopPropagation();
      run();
    },
  }));
  return (
    <tr className={css.row} data-opens={onOpen ? true : undefined} onClick={() => onOpen?.(row)}>
      {columns.map(({ key, title, cell, isFigure, isMinor }, at) => (
        <td key={key} data-title={title} data-figure={isFigure || undefined} data-minor={isMinor || undefined}>
          {at === 0 && onOpen ? (
            <button type="button" className={css.name} data-row>
              {cell(row)}
            </button>
          ) : (
            cell(row)
          )}
        </td>
      ))}
      {actionsOf && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps the click of the menu from opening the row
        <td className={css.actions} onClick={(event) => event.stopPropagation()}>
          {items && items.length > 0 && (
            <Dropdown trigger={["click"]} menu={{ items }}>
              <Button
                type="text"
                size="small"
                aria-label={t("common.table.actions_of", { name: nameOf(row) })}
                icon={<Icon name="more" />}
              />
            </Dropdown>
          )}
        </td>
      )}
    </tr>
  );
}
