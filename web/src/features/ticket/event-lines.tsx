import { useState } from "react";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/ago";
import css from "./event-lines.module.css";
import { causeOf, describe, ruleWords } from "./event-words";
import type { Entry } from "./queries";
import { foldedCount } from "./timeline-blocks";

interface EventLinesProps {
  entries: Entry[];
  timeline: readonly Entry[];
  type: string;
  onTravel: (at: string) => void;
}

/** A run of events: quiet lines, folded but for the last when they are many. */
export function EventLines({ entries, timeline, type, onTravel }: EventLinesProps) {
  const { t } = useWords();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const folded = isUnfolded ? 0 : foldedCount(entries);
  return (
    <ul className={css.lines}>
      {folded > 0 && (
        <li>
          <button type="button" className={css.unfold} onClick={() => setIsUnfolded(true)}>
            {t("ticket.unfold", { n: folded })}
          </button>
        </li>
      )}
      {entries.slice(folded).map((entry) => (
        <EventLine key={entry.seq} entry={entry} timeline={timeline} type={type} onTravel={onTravel} />
      ))}
    </ul>
  );
}

const LOUD: Record<string, string> = { "ticket.clock_breached": "red", "ticket.clock_warned": "orange" };

function EventLine({ entry, timeline, type, onTravel }: Omit<EventLinesProps, "entries"> & { entry: Entry }) {
  const { t, local, exact } = useWords();
  const names = useNames();
  const wording = { t, local, names, type, exact };
  const words = describe(entry, wording);
  const rule = (name: string) => ruleWords(name, wording);
  const cause = causeOf(entry, timeline);
  const actor = entry.person?.name ?? t(`events.actor.${entry.actor}`);
  const tone = entry.kind === "ticket.escalated" ? String(entry.data.colour ?? "") : LOUD[entry.kind];
  return (
    <li className={css.line} data-tone={tone}>
      <span className={css.dot} aria-hidden="true" />
      <span className={css.words}>
        <b>{actor}</b> {words}
        {cause && (
          <span className={css.cause}>
            {cause.because
              ? t("events.because", { rule: rule(cause.rule), because: rule(cause.because) })
              : rule(cause.rule)}
          </span>
        )}
      </span>
      <button type="button" className={css.travel} title={t("ticket.as_of.go")} onClick={() => onTravel(entry.at)}>
        <Ago at={entry.at} />
      </button>
    </li>
  );
}
