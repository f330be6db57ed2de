import { useWords } from "@/lib/words";
import css from "./imports.module.css";

const STEPS = ["file", "columns", "check", "run"] as const;
export type Step = (typeof STEPS)[number];

/** Where somebody is on the way. */
export function Steps({ at }: { at: Step }) {
  const { t } = useWords();
  const here = STEPS.indexOf(at);
  return (
    <ol className={css.steps} aria-label={t("imports.steps")}>
      {STEPS.map((step, n) => (
        <li key={step} aria-current={step === at ? "step" : undefined} data-passed={n < here || undefined}>
          <i>{n + 1}</i>
          {t(`imports.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
