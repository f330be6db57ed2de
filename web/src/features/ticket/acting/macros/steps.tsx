import { useWords } from "@/lib/words";
import { Icon, type IconName } from "@/ui/marks/icon";
import { Failure, Refusal, SkeletonLines } from "@/ui/states";
import css from "./macros.module.css";
import { problemOf, type Rehearsed } from "./queries";

const MARKS = { done: "check", unchanged: "minus", refused: "close", left: "minus" } as const satisfies Record<
  string,
  IconName
>;

interface StepsProps {
  rehearsed: Rehearsed | undefined;
  error: unknown;
  /** It answers the customer: that is not taken back. */
  says: boolean;
  onRetry: () => void;
}

/** What each action of a macro would do, by its trial on the ticket as it stands; and why nothing would be done. */
export function Steps({ rehearsed, error, says, onRetry }: StepsProps) {
  const { t, local } = useWords();
  if (error && !rehearsed) return <Failure error={error} onRetry={onRetry} />;
  if (!rehearsed) return <SkeletonLines count={3} height={24} />;
  const problem = problemOf(rehearsed);
  const { letters, notices } = rehearsed;
  return (
    <section className={css.steps} aria-live="polite" aria-label={t("ticket.macros.steps")}>
      <h3>{t("ticket.macros.steps")}</h3>
      <ol>
        {rehearsed.steps.map(({ told, state }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two steps may say the same, only their place tells them apart
          <li key={n} data-state={state}>
            <Icon name={MARKS[state]} size={14} />
            <span className={css.told}>{local(told)}</span>
            {state !== "done" && <span className={css.state}>{t(`ticket.macros.state.${state}`)}</span>}
          </li>
        ))}
      </ol>
      {problem ? (
        <Refusal error={problem} />
      ) : (
        <p className={css.faint}>
          {letters + notices > 0 ? t("ticket.macros.tells", { letters, notices }) : t("ticket.macros.tells_nobody")}{" "}
          {t(says ? "ticket.macros.undo_but_words" : "ticket.macros.undo")}
        </p>
      )}
    </section>
  );
}
