import { useWords } from "@/lib/words";
import css from "./bulk.module.css";
import type { Reason } from "./operation";

const NAMED = 3;

/** Why tickets cannot be changed: each reason once, with the first of them by number. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useWords();
  if (reasons.length === 0) return null;
  return (
    <ul className={css.reasons}>
      {reasons.map(({ title, remedy, numbers }) => (
        <li key={`${title} ${remedy}`}>
          {title}
          {remedy && <span className={css.remedy}>{remedy}</span>}
          <span className={css.faint}>
            {numbers.slice(0, NAMED).join(t("common.list_comma"))}
            {numbers.length > NAMED && t("queue.bulk.and_more", { n: numbers.length })}
          </span>
        </li>
      ))}
    </ul>
  );
}
