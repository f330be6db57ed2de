import { useState } from "react";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/ago";
import css from "./event-lines.module.css";
import { causeOf, describe, ruleWords } from "./event-words";
import type { Entry, Ticket } from "./queries";
import { foldedCount } from "./timeline-blocks";

interface EventLinesProps {
  ticket: Ticket;
  entries: Entry[];
  onTravel: (at: string) => void;
}

/** A run of events: quiet lines, folded but for the last when they are many. */
export function EventLines({ ticket, entries, onTravel }: EventLinesProps) {
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
        <EventLine key={entry.seq} ticket={ticket} entry={entry} onTravel={onTravel} />
      ))}
    </ul>
  );
}

const LOUD: Record<string, string> = { "ticket.clock_breached": "red", "ticket.clock_warned": "orange" };

function EventLine({ ticket, entry, onTravel }: Omit<EventLinesProps, "entries"> & { entry: Entry }) {
  const { t, local, exact } = useWords();
  const names = useNames();
  const wording = { t, local, names, people: ticket.people, type: ticket.type, exact };
  const words = describe(entry, wording);
  const rule = (name: string) => ruleWords(name, wording);
  const cause = causeOf(entry, ticket.timeline);
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
