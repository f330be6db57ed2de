import { type RefSelectProps, Select, type SelectProps } from "antd";
import { useEffect, useRef } from "react";
import type { Act } from "../acting/actions/use-act";
import type { Ticket } from "../queries";
import css from "./properties.module.css";

export interface PropertyProps {
  ticket: Ticket;
  act: Act;
}

/** Of a property that a key opens as a press does. */
export interface OpenProps {
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}

export const SEARCHABLE = { showSearch: { optionFilterProp: "search" } } as const;

type Key = string | number | null;

/**
 * One property where it stands. Once it is chosen, or left as it is, the property has the focus and not its field: the
 * keys of the page act again, and the next tabulator goes on from here.
 */
export function Property<V extends Key>({
  label,
  isNamed = true,
  isLong,
  isOpen,
  onOpen,
  ...select
}: SelectProps<V> & Partial<OpenProps> & { label: string; isNamed?: boolean; isLong?: boolean }) {
  const place = useRef<HTMLLabelElement>(null);
  const field = useRef<RefSelectProps>(null);
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);
  const leave = () => {
    if (place.current?.contains(document.activeElement)) place.current.focus();
  };
  const turn = (next: boolean) => {
    onOpen?.(next);
    if (next) return;
    leave();
    // A press gives the field the focus once more.
    requestAnimationFrame(leave);
  };
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the select inside
    <label
      className={css.property}
      ref={place}
      tabIndex={-1}
      title={label}
      data-bare={isNamed ? undefined : true}
      data-long={isLong || undefined}
    >
      <span className={isNamed ? css.label : "visually-hidden"}>{label}</span>
      <Select<V>
        ref={field}
        size="small"
        variant="borderless"
        popupMatchSelectWidth={false}
        className={css.select}
        suffixIcon={null}
        {...(isOpen === undefined ? {} : { open: isOpen })}
        onOpenChange={turn}
        // The list itself hears the key only once it is drawn.
        onKeyDown={(event) => event.key === "Escape" && turn(false)}
        {...select}
      />
    </label>
  );
}
