import { Progress } from "antd";
import { useWords } from "@/lib/words";
import css from "./imports.module.css";
import { isUnderWay, type Work } from "./queries";

const FIGURES = ["added", "changed", "unchanged", "refused"] as const;

/** How far it is and what came of the rows, as figures. */
export function Outcome({ work, isTrial }: { work: Work; isTrial?: boolean }) {
  const { t } = useWords();
  const handled = FIGURES.reduce((sum, name) => sum + work[name], 0);
  const percent = work.total === 0 ? 0 : Math.floor((handled / work.total) * 100);
  const words = isTrial ? "would" : "did";
  return (
    <>
      <p role="status">{t(`imports.${isTrial ? "trial" : "work"}.${work.state}`, { handled, total: work.total })}</p>
      {isUnderWay(work) && <Progress percent={percent} showInfo={false} aria-label={t("imports.progress")} />}
      <dl className={css.figures}>
        {FIGURES.map((name) => (
          <div key={name} data-bad={(name === "refused" && work.refused > 0) || undefined}>
            <dt>{t(`imports.${words}.${name}`)}</dt>
            <dd>{work[name]}</dd>
          </div>
        ))}
      </dl>
      {work.invited !== null && (
        <p>{t(`imports.invited.${work.invited === 0 ? "none" : "some"}`, { n: work.invited })}</p>
      )}
    </>
  );
}
