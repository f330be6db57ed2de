import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import css from "./panel.module.css";
import type { Ticket } from "./queries";

interface Suggestion {
  value: unknown;
  confidence: number | null;
  words: string[];
}

function suggestionOf(raw: unknown): Suggestion {
  const { value, confidence, words } = (typeof raw === "object" && raw !== null ? raw : { value: raw }) as Record<
    string,
    unknown
  >;
  return {
    value,
    confidence: typeof confidence === "number" ? confidence : null,
    words: Array.isArray(words) ? words.map(String) : [],
  };
}

/** What triage read in the first message, how sure it was, and the words that made it think so. */
export function Triage({ ticket }: { ticket: Ticket }) {
  const { t, local } = useWords();
  const names = useNames();
  const found = Object.entries(ticket.triage).map(([field, raw]) => ({ field, ...suggestionOf(raw) }));
  if (found.length === 0) return <p className={css.quiet}>{t("ticket.triage.none")}</p>;

  const named = (field: string, value: unknown) =>
    field === "priority" || field === "category" || field === "type" || field === "team"
      ? local(names.name(field, String(value)))
      : String(value);
  return (
    <ul className={css.list}>
      {found.map(({ field, value, confidence, words }) => (
        <li key={field}>
          <p className={css.line}>
            <span className={css.quiet}>{t(`common.field.${field}`, { defaultValue: field })}</span>
            <span className={css.sentence}>{named(field, value)}</span>
            <span className={css.quiet}>
              {confidence === null ? "" : t("ticket.triage.sure", { percent: Math.round(confidence * 100) })}
            </span>
          </p>
          {words.map((word) => (
            <span key={word} className={css.word}>
              {word}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
