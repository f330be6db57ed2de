/** What stands where content is not: still loading, nothing there, or failed. */
import type { ReactNode } from "react";
import { Problem } from "@/lib/api";
import { useWords } from "@/lib/words";
import { Icon, type IconName } from "../marks/icon";
import { Button } from "../plain/button";
import { Notice } from "./notice";
import css from "./states.module.css";

/** An empty place teaches: what would be here, and what to do now. */
export function Empty({
  icon,
  title,
  text,
  isPart,
  children,
}: {
  icon: IconName;
  title: string;
  text?: string;
  /** One part of a page among others: it takes no more room than a row would. */
  isPart?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className={css.state} data-part={isPart || undefined}>
      <span className={css.sign}>
        <Icon name={icon} size={22} />
      </span>
      <p className={css.title}>{title}</p>
      {text && <p className={css.text}>{text}</p>}
      {children}
    </div>
  );
}

/** Nothing can be shown. What is not there is not asked for again: `children` lead elsewhere. */
export function Failure({ error, onRetry, children }: { error: unknown; onRetry?: () => void; children?: ReactNode }) {
  const { t, problem } = useWords();
  const { title, remedy } = problem(error);
  const isGone = error instanceof Problem && error.status === 404;
  return (
    <div className={css.state} role="alert">
      <span className={css.sign} data-bad="true">
        <Icon name="alert" size={22} />
      </span>
      <p className={css.title}>{title}</p>
      <p className={css.text}>{remedy}</p>
      {onRetry && !isGone && <Button onClick={onRetry}>{t("common.retry")}</Button>}
      {children}
    </div>
  );
}

/** Above content that stays: it could not be read again, so it may be out of date. */
export function Stale({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t, problem } = useWords();
  if (!error) return null;
  return (
    <p className={css.stale} role="status">
      <Icon name="alert" size={14} />
      <span>{t("common.stale", { reason: problem(error).title })}</span>
      <Button size="small" type="link" onClick={onRetry}>
        {t("common.retry")}
      </Button>
    </p>
  );
}

interface RefusalProps {
  error: unknown;
  /** What a field of a fault is called, where the common words do not know it. */
  nameOf?: (field: string) => string;
  action?: ReactNode;
}

/** The server's no to what was just tried: why, what to do, and which fields it is about. */
export function Refusal({ error, nameOf, action }: RefusalProps) {
  const { problem } = useWords();
  if (!error) return null;
  const { title } = problem(error);
  const detail = <RefusalDetail error={error} nameOf={nameOf} />;
  return <Notice type="error" title={title} description={detail} action={action} />;
}

/** What stands beneath the title of a refusal. */
export function RefusalDetail({ error, nameOf }: Omit<RefusalProps, "action">) {
  const { t, problem } = useWords();
  const { remedy, faults } = problem(error);
  const common = (field: string) => t(`common.field.${field}`, { defaultValue: "" });
  return (
    <>
      {remedy}
      {faults.length > 0 && (
        <ul className={css.faults}>
          {faults.map(({ field, title }) => (
            <li key={field + title}>{[(nameOf ?? common)(field), title].filter(Boolean).join(": ")}</li>
          ))}
        </ul>
      )}
    </>
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
