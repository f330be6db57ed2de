import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import type { Ticket } from "../queries";
import css from "./panel.module.css";

interface Suggestion {
  field: string;
  value: string;
  confidence: number;
  /** Whether triage was sure enough to set it by itself. */
  acts: boolean;
  /** The words that made it think so, strongest first. */
  words: string[];
}

interface Entity {
  kind: string;
  value: string;
}

const FIELDS = ["category", "priority", "type", "sentiment", "language"] as const;

/** The open shape of what triage noted, as far as it is shown. */
function read(triage: Ticket["triage"]): { suggestions: Suggestion[]; entities: Entity[] } {
  const suggestions = FIELDS.flatMap((field) => {
    const raw = triage[field] as {
      value?: string;
      confidence?: number;
      acts?: boolean;
      causes?: { word: string }[];
    } | null;
    if (!raw?.value) return [];
    const words = [...new Set((raw.causes ?? []).map((cause) => cause.word))];
    return [{ field, value: raw.value, confidence: raw.confidence ?? 0, acts: raw.acts ?? false, words }];
  });
  return { suggestions, entities: (triage.entities as Entity[] | undefined) ?? [] };
}

/** What triage read in the first message, how sure it was, and the words that made it think so. */
export function Triage({ ticket }: { ticket: Ticket }) {
  const { t, local } = useWords();
  const names = useNames();
  const { suggestions, entities } = read(ticket.triage);
  if (suggestions.length === 0 && entities.length === 0) return <p className={css.quiet}>{t("ticket.triage.none")}</p>;

  const named = ({ field, value }: Suggestion) =>
    field === "priority" || field === "category" || field === "type"
      ? local(names.name(field, value))
      : t(`ticket.triage.${field}.${value}`, { defaultValue: value });
  return (
    <ul className={css.list}>
      {suggestions.map((each) => (
        <li key={each.field}>
          <p className={css.line}>
            <span className={css.quiet}>{t(`common.field.${each.field}`)}</span>
            <span className={css.sentence}>{named(each)}</span>
            <span className={css.quiet}>
              {t(each.acts ? "ticket.triage.sure" : "ticket.triage.unsure", {
                percent: Math.round(each.confidence * 100),
              })}
            </span>
          </p>
          {each.words.map((word) => (
            <span key={word} className={css.word}>
              {word}
            </span>
          ))}
        </li>
      ))}
      {entities.map(({ kind, value }) => (
        <li key={`${kind} ${value}`} className={css.line}>
          <span className={css.quiet}>{t(`ticket.triage.entity.${kind}`, { defaultValue: kind })}</span>
          <span className={css.sentence}>{value}</span>
        </li>
      ))}
    </ul>
  );
}
