import { useWords } from "@/lib/words";
import css from "./leaving.module.css";
import type { Plan } from "./queries";

/** What the hand-over would do, tried on the first tickets. What is refused goes to routing. */
export function Foreseen({ plan }: { plan: Plan }) {
  const { t } = useWords();
  if (!plan.foreseen) return null;
  const { looked_at, changed, refused, letters, notices, problems } = plan.foreseen;
  const why = [...new Set(problems.map(({ title }) => String(title ?? "")))];
  return (
    <section className={css.foreseen} aria-live="polite" aria-label={t("people.leaving.foreseen")}>
      <p>{t("people.leaving.changed", { n: changed, of: looked_at })}</p>
      {looked_at < plan.total && (
        <p className={css.faint}>{t("people.leaving.tried", { n: looked_at, of: plan.total })}</p>
      )}
      {refused > 0 && (
        <p data-bad>{t("people.leaving.refused", { n: refused, why: why.join(t("common.list_comma")) })}</p>
      )}
      <p className={css.faint}>
        {letters + notices > 0 ? t("people.leaving.tells", { letters, notices }) : t("people.leaving.tells_nobody")}
      </p>
    </section>
  );
}
