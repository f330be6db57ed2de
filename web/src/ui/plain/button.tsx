/** A button that looks as all others do and needs nothing but style sheets: for the customers' house and for fallbacks. */
import type { ComponentProps, ReactNode } from "react";
import css from "./button.module.css";

interface ButtonProps extends Omit<ComponentProps<"button">, "type"> {
  type?: "primary" | "default" | "text" | "link";
  size?: "small" | "middle" | "large";
  htmlType?: "button" | "submit";
  /** It was pressed and is not answered: pressing it again does nothing. */
  loading?: boolean;
  block?: boolean;
  icon?: ReactNode;
}

export function Button({
  type = "default",
  size = "middle",
  htmlType = "button",
  loading = false,
  block = false,
  icon,
  className = "",
  onClick,
  children,
  ...given
}: ButtonProps) {
  return (
    <button
      {...given}
      type={loading ? "button" : htmlType}
      className={`${css.button} ${className}`}
      data-type={type}
      data-size={size}
      data-block={block || undefined}
      data-square={(icon && !children) || undefined}
      aria-busy={loading || undefined}
      onClick={loading ? undefined : onClick}
    >
      {loading ? <i className={css.turning} aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}
