import { Tooltip } from "antd";
import { useCounting } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import type { Step } from "@/ui/marks/step-bar";
import css from "./step-strip.module.css";

interface StepStripProps {
  steps: Step[];
  responsible: string | undefined;
}

/** The stages as a thin strip: it tells how far by length alone, and in words to whoever stops at it. */
export function StepStrip({ steps, responsible }: StepStripProps) {
  const { t, ago, minute, now } = useCounting();
  const current = steps.find((step) => step.state === "current");
  const since = (step: Step) =>
    step.state === "current" && step.since
      ? [responsible, t("common.since", { ago: ago(step.since, now) })].filter(Boolean).join(" · ")
      : "";
  const more = ({ goal, duty, limit_at: at }: Step) => [
    ...(goal ? [t("common.step.goal", { goal })] : []),
    ...(duty ? [t("common.step.duty", { who: duty })] : []),
    ...(at ? [t("common.step.limit", { at: minute(at) })] : []),
  ];
  const words = (
    <ul className={css.words}>
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stage may be passed more than once
        <li key={`${step.key} ${at}`} data-state={step.state}>
          <span className={css.sign}>{step.state === "passed" && <Icon name="check" size={10} />}</span>
          {step.name}
          <span className={css.since}>{since(step)}</span>
          {step.state === "current" && more(step).map((line) => <p key={line}>{line}</p>)}
        </li>
      ))}
    </ul>
  );
  return (
    <div className={css.strip}>
      <ol className={css.bar} aria-label={t("common.steps")}>
        {steps.map((step, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a stage may be passed more than once
            key={`${step.key} ${at}`}
            className={css.step}
            data-state={step.state}
            aria-current={step.state === "current" ? "step" : undefined}
          >
            <span className="visually-hidden">
              {[step.name, since(step), ...(step.state === "current" ? more(step) : [])].filter(Boolean).join(" ")}
            </span>
          </li>
        ))}
      </ol>
      <Tooltip title={words} placement="bottomLeft" trigger={["hover", "focus", "click"]}>
        <button type="button" className={css.cover} aria-label={t("ticket.steps_at", { step: current?.name ?? "" })} />
      </Tooltip>
    </div>
  );
}
