import { Tooltip } from "antd";
import type { ReactNode } from "react";
import css from "./mark.module.css";

interface MarkProps {
  /** What it means and what to do; shown at the pointer, by keys, and by a touch. */
  why: string;
  className?: string;
  children: ReactNode;
}

/** A short word about a ticket or a message that explains itself to whoever stops at it. */
export function Mark({ why, className, children }: MarkProps) {
  return (
    <Tooltip title={why} trigger={["hover", "focus", "click"]}>
      <button type="button" className={`${css.mark} ${className}`}>
        {children}
      </button>
    </Tooltip>
  );
}
