import { useState } from "react";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/ago";
import css from "./event-lines.module.css";
import type { Entry } from "./queries";
import { foldedCount } from "./timeline-blocks";

interface EventLinesProps {
  entries: Entry[];
  onTravel: (at: string) => void;
}

/** A run of events: quiet lines, folded but for the last when they are many. */
export function EventLines({ entries, onTravel }: EventLinesProps) {
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
        <EventLine key={entry.seq} entry={entry} onTravel={onTravel} />
      ))}
    </ul>
  );
}

const LOUD: Record<string, string> = { "ticket.clock_breached": "red", "ticket.clock_warned": "orange" };

/** What happened is said by the server, in the reader's language. */
function EventLine({ entry, onTravel }: { entry: Entry; onTravel: (at: string) => void }) {
  const { t } = useWords();
  const actor = entry.person?.name ?? t(`events.actor.${entry.actor}`);
  const tone = entry.kind === "ticket.escalated" ? String(entry.data.colour ?? "") : LOUD[entry.kind];
  return (
    <li className={css.line} data-tone={tone}>
      <span className={css.dot} aria-hidden="true" />
      <span className={css.words}>
        <b>{actor}</b> {entry.text}
        {entry.why && <span className={css.cause}>{entry.why}</span>}
      </span>
      <button type="button" className={css.travel} title={t("ticket.as_of.go")} onClick={() => onTravel(entry.at)}>
        <Ago at={entry.at} />
      </button>
    </li>
  );
}
