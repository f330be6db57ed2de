/** What stands where content is not: still loading, nothing there, or failed. */
import { Button } from "antd";
import type { ReactNode } from "react";
import { useWords } from "@/lib/words";
import { Icon, type IconName } from "./icon";
import css from "./states.module.css";

/** An empty place teaches: what would be here, and what to do now. */
export function Empty({
  icon,
  title,
  text,
  children,
}: {
  icon: IconName;
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <div className={css.state}>
      <span className={css.sign}>
        <Icon name={icon} size={22} />
      </span>
      <p className={css.title}>{title}</p>
      {text && <p className={css.text}>{text}</p>}
      {children}
    </div>
  );
}

export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t, problem } = useWords();
  const { title, remedy } = problem(error);
  return (
    <div className={css.state} role="alert">
      <span className={css.sign} data-bad="true">
        <Icon name="alert" size={22} />
      </span>
      <p className={css.title}>{title}</p>
      <p className={css.text}>{remedy}</p>
      {onRetry && <Button onClick={onRetry}>{t("common.retry")}</Button>}
    </div>
  );
}

const WIDTHS = [62, 48, 71, 55, 66, 44, 58, 69];

/** Lines in the shape of what comes; announced once as loading. */
export function SkeletonLines({ count, height = 40 }: { count: number; height?: number }) {
  const { t } = useWords();
  return (
    <div role="status" aria-label={t("common.loading")} className={css.skeleton}>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
        <div key={at} className={css.line} style={{ height }}>
          <i style={{ width: `${WIDTHS[at % WIDTHS.length]}%` }} />
        </div>
      ))}
    </div>
  );
}
