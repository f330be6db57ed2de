import { Fragment } from "react";
import type { Entry } from "@/features/ticket/queries";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { Icon } from "@/ui/marks/icon";
import css from "./event-lines.module.css";
import { type Filter, foldedCount } from "./timeline-blocks";

interface EventLinesProps {
  entries: Entry[];
  filter: Filter;
  /** Events before an entry that were not read yet, by its key. */
  missing: ReadonlyMap<string, number>;
  isUnfolded: boolean;
  onUnfold: (entries: readonly Entry[]) => void;
  onReadRun: (before: Entry) => void;
  onTravel: (at: string) => void;
}

/** A run of events: quiet lines, folded but for the last when they are many. */
export function EventLines({ entries, filter, missing, isUnfolded, onUnfold, onReadRun, onTravel }: EventLinesProps) {
  const unread = entries.reduce((sum, { key }) => sum + (missing.get(key) ?? 0), 0);
  const folded = isUnfolded ? 0 : foldedCount(entries, filter, unread);
  const isFolded = !isUnfolded && filter !== "events" && folded + unread > 0;
  const unfold = () => {
    onUnfold(entries);
    const last = entries.findLast(({ key }) => missing.has(key));
    if (last) onReadRun(last);
  };
  return (
    <ul className={css.lines}>
      {isFolded && <Unfold n={folded + unread} onUnfold={unfold} />}
      {entries.slice(folded).map((entry) => (
        <Fragment key={entry.key}>
          {!isFolded && missing.has(entry.key) && (
            <Unfold n={missing.get(entry.key) ?? 0} onUnfold={() => onReadRun(entry)} />
          )}
          <EventLine entry={entry} onTravel={onTravel} />
        </Fragment>
      ))}
    </ul>
  );
}

function Unfold({ n, onUnfold }: { n: number; onUnfold: () => void }) {
  const { t } = useWords();
  return (
    <li>
      <button type="button" className={css.unfold} onClick={onUnfold}>
        {t("ticket.unfold", { n })}
      </button>
    </li>
  );
}

/** It came back: no grey line among others. */
export function Reopening({ entry, onTravel }: { entry: Entry; onTravel: (at: string) => void }) {
  const { t } = useWords();
  const actor = entry.person?.name ?? t(`events.actor.${entry.actor}`);
  return (
    <div
      className={css.reopening}
      data-key={entry.key}
      role="note"
      aria-label={t("ticket.reopened_by", { name: actor })}
    >
      <Icon name="refresh" size={14} />
      <b>{t("ticket.reopened_by", { name: actor })}</b>
      <span className={css.words}>
        {entry.text}
        {entry.why && <span className={css.cause}>{entry.why}</span>}
      </span>
      <button type="button" className={css.travel} title={t("ticket.as_of.go")} onClick={() => onTravel(entry.at)}>
        <Ago at={entry.at} />
      </button>
    </div>
  );
}

const LOUD: Record<string, string> = { "ticket.clock_breached": "red", "ticket.clock_warned": "orange" };

/** What happened is said by the server, in the reader's language. */
function EventLine({ entry, onTravel }: { entry: Entry; onTravel: (at: string) => void }) {
  const { t } = useWords();
  const actor = entry.person?.name ?? t(`events.actor.${entry.actor}`);
  const tone = entry.kind === "ticket.escalated" ? String(entry.data.colour ?? "") : LOUD[entry.kind];
  return (
    <li className={css.line} data-key={entry.key} data-tone={tone}>
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
