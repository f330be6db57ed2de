import { useWords } from "@/lib/words";
import css from "./bulk.module.css";
import { type Operation, reasonsOf } from "./operation";
import { Reasons } from "./reasons";

/** What a planned operation would do: tried on the first tickets, which is said where there are more. */
export function Foreseen({ operation }: { operation: Operation }) {
  const { t } = useWords();
  const { total, unknown, foreseen } = operation;
  if (!foreseen) return null;
  const { looked_at, changed, refused, letters, notices, problems } = foreseen;
  const unchanged = looked_at - changed - refused;
  return (
    <section className={css.foreseen} aria-live="polite" aria-label={t("queue.bulk.foreseen")}>
      <p>{t("queue.bulk.total", { n: total })}</p>
      {looked_at < total && <p className={css.faint}>{t("queue.bulk.tried", { n: looked_at })}</p>}
      <ul>
        <li>{t("queue.bulk.will_change", { n: changed })}</li>
        {unchanged > 0 && <li>{t("queue.bulk.will_stay", { n: unchanged })}</li>}
        {refused > 0 && <li data-bad>{t("queue.bulk.will_fail", { n: refused })}</li>}
        {unknown.length > 0 && <li>{t("queue.bulk.unknown", { n: unknown.length })}</li>}
      </ul>
      <Reasons reasons={reasonsOf(problems)} />
      <p className={css.faint}>
        {letters + notices > 0 ? t("queue.bulk.tells", { letters, notices }) : t("queue.bulk.tells_nobody")}
      </p>
    </section>
  );
}
