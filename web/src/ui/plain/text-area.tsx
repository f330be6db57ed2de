/** Words of several lines; the box grows with them, where the browser knows how. */
import type { ComponentProps, CSSProperties } from "react";
import css from "./text-area.module.css";

interface TextAreaProps extends Omit<ComponentProps<"textarea">, "rows"> {
  /** Lines that are there from the start, and from which on it scrolls. */
  autoSize: { minRows: number; maxRows: number };
  /** The box around it is somebody else's. */
  variant?: "outlined" | "borderless";
}

export function TextArea({ autoSize, variant = "outlined", className = "", ...given }: TextAreaProps) {
  const lines = { "--least": autoSize.minRows, "--most": autoSize.maxRows } as CSSProperties;
  return (
    <textarea
      {...given}
      rows={autoSize.minRows}
      className={`${css.area} ${className}`}
      data-variant={variant}
      style={lines}
    />
  );
}
