import { useCounting } from "@/lib/words";
import { Icon } from "./icon";
import css from "./step-bar.module.css";

export interface Step {
  key: string;
  name: string;
  state: "passed" | "current" | "ahead";
  since: string | null;
  /** What is to be reached there. */
  goal: string;
  /** Who answers for it, in words; empty: it is not told. */
  duty: string;
  /** When its next limit is reached, if nothing happens before. */
  limit_at: string | null;
}

interface StepBarProps {
  steps: Step[];
  responsible?: string | null;
  label: string;
  /** Every stage says its name, however narrow it is: one below the other then. */
  isFull?: boolean;
}

/** Stages passed, current and ahead; under the current one who is responsible, since when, what for and until when. */
export function StepBar({ steps, responsible, label, isFull }: StepBarProps) {
  const { t, ago, exact, minute, now } = useCounting();
  return (
    <div className={css.frame} data-full={isFull || undefined}>
      <ol className={css.bar} aria-label={label}>
        {steps.map((step, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a stage may be passed more than once
            key={`${step.key} ${at}`}
            className={css.step}
            data-state={step.state}
            aria-current={step.state === "current" ? "step" : undefined}
            title={step.since ? exact(step.since) : undefined}
          >
            <span className={css.sign}>{step.state === "passed" && <Icon name="check" size={10} />}</span>
            <span className={css.name}>{step.name}</span>
            {step.state === "current" && step.since && (
              <span className={css.detail}>
                {[responsible, t("common.since", { ago: ago(step.since, now) })].filter(Boolean).join(" · ")}
              </span>
            )}
            {step.state === "current" && step.goal && (
              <span className={css.detail}>{t("common.step.goal", { goal: step.goal })}</span>
            )}
            {step.state === "current" && step.limit_at && (
              <span className={css.detail}>{t("common.step.limit", { at: minute(step.limit_at) })}</span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
