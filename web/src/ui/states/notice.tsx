/** A word of the page itself, above or among what it is about. */
import type { ReactNode } from "react";
import { Icon } from "../marks/icon";
import css from "./notice.module.css";

interface NoticeProps {
  type: "error" | "info";
  /** An error is told at once. */
  role?: "alert" | "status";
  title: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  className?: string;
}

export function Notice({ type, role, title, description, action, className = "" }: NoticeProps) {
  return (
    <div
      className={`${css.notice} ${className}`}
      data-type={type}
      role={role ?? (type === "error" ? "alert" : "status")}
    >
      <Icon name={type === "error" ? "alert" : "help"} className={css.sign} />
      <div className={css.words}>
        <p>{title}</p>
        {description && <div className={css.more}>{description}</div>}
      </div>
      {action}
    </div>
  );
}
