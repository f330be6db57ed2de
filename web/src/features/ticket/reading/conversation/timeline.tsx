import { Segmented } from "antd";
import { type ReactNode, type Ref, useCallback, useMemo, useRef, useState } from "react";
import type { Entry, Ticket } from "@/features/ticket/queries";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { FreshAddress } from "@/ui/content/files";
import { Icon } from "@/ui/marks/icon";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { useArriving } from "../timeline/arriving";
import { entryInAddress, placeLeft, useStaying } from "../timeline/place";
import { type TimelineShown, useFreshAddress, useTimeline } from "../timeline/use-timeline";
import { EventLines, Reopening } from "./event-lines";
import { MessageItem } from "./message";
import css from "./timeline.module.css";
import { type Block, blocksOf, FILTERS, type Filter } from "./timeline-blocks";

interface TimelineProps {
  ref: Ref<HTMLElement>;
  ticket: Ticket;
  asOf: string | undefined;
  /** Up to where it was shown before this visit. */
  lastSeen: number;
  /** All messages have been in view up to the end. */
  onSeen: () => void;
  onTravel: (at: string) => void;
  /** What stands below all that was said. */
  children?: ReactNode;
}

/** Messages, notes and events in one conversation; the newest is in view, what is new since the last visit is marked. */
export function Timeline({ ref, ticket, asOf, lastSeen, onSeen, onTravel, children }: TimelineProps) {
  const { t } = useWords();
  const [left] = useState(() => (entryInAddress() ? null : placeLeft(ticket.number)));
  const [filter, setFilter] = useState<Filter>(left?.filter ?? "all");
  const shown = useTimeline(ticket, filter, asOf);
  const { entries, missing, holes, older, isUnread } = shown;
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const unfold = useCallback(
    (more: readonly Entry[]) => setUnfolded((now) => new Set([...now, ...more.map(({ key }) => key)])),
    [],
  );
  const blocks = useMemo(() => blocksOf(entries, holes), [entries, holes]);
  const box = useRef<HTMLDivElement>(null);
  const showsMessages = filter === "all" || filter === "messages";
  const { hasMore, toEnd } = useStaying(box, {
    number: ticket.number,
    filter,
    left,
    shown: blocks,
    newest: entries.at(-1)?.place ?? 0,
    onEnd: () => showsMessages && onSeen(),
    onBeginning: () => !shown.error && void shown.readOlder(),
  });
  useArriving(box, left, shown, unfold, setFilter);
  const fresh = useFreshAddress(ticket, entries, asOf);

  return (
    <section className={css.timeline} aria-label={t("ticket.timeline")} ref={ref}>
      <div className={css.filter}>
        <Segmented
          size="small"
          value={filter}
          onChange={setFilter}
          aria-label={t("ticket.filter.label")}
          options={FILTERS.map((value) => ({ value, label: t(`ticket.filter.${value}`) }))}
        />
      </div>
      <FreshAddress value={fresh}>
        <div
          className={css.scroll}
          ref={box}
          role="log"
          aria-live="polite"
          aria-busy={shown.isBusy}
          aria-label={t("ticket.timeline")}
          tabIndex={-1}
        >
          {shown.error !== null && <Failure error={shown.error} onRetry={shown.retry} />}
          {older && (
            <button type="button" className={css.earlier} aria-disabled={shown.isBusy} onClick={shown.readOlder}>
              {t(shown.isBusy ? "ticket.reading_earlier" : "ticket.earlier")}
            </button>
          )}
          {isUnread && shown.error === null && <SkeletonLines count={4} height={48} />}
          {blocks.length === 0 && !isUnread && <Empty icon="message" title={t(`ticket.none.${filter}`)} />}
          {blocks.map((block, at) => (
            <BlockItem
              key={keyOf(block, blocks[at + 1])}
              block={block}
              shown={shown}
              filter={filter}
              missing={missing}
              unfolded={unfolded}
              onUnfold={unfold}
              ticket={ticket}
              lastSeen={lastSeen}
              onTravel={onTravel}
            />
          ))}
          {children}
        </div>
      </FreshAddress>
      {hasMore && (
        <button type="button" className={css.more} onClick={toEnd}>
          <Icon name="down" size={14} />
          {t("ticket.more_below")}
        </button>
      )}
    </section>
  );
}

/** A run grows at its beginning as earlier entries are read: it is known by what follows it. */
function keyOf(block: Block, next: Block | undefined): string {
  if (block.kind === "hole") return `hole ${block.after}`;
  if (block.kind !== "events") return block.entry.key;
  return next ? `before ${keyOf(next, undefined)}` : "end";
}

interface BlockProps extends Pick<TimelineProps, "ticket" | "lastSeen" | "onTravel"> {
  block: Block;
  shown: TimelineShown;
  filter: Filter;
  missing: ReadonlyMap<string, number>;
  unfolded: ReadonlySet<string>;
  onUnfold: (entries: readonly Entry[]) => void;
}

function BlockItem({ block, shown, ticket, lastSeen, unfolded, ...rest }: BlockProps) {
  const { t } = useWords();
  const me = useMe();
  if (block.kind === "hole") {
    return (
      <button
        type="button"
        className={css.earlier}
        aria-disabled={shown.isBusy}
        onClick={() => shown.readBetween(block.after)}
      >
        {t(shown.isBusy ? "ticket.reading_earlier" : "ticket.between")}
      </button>
    );
  }
  if (block.kind === "events") {
    const isUnfolded = block.entries.some(({ key }) => unfolded.has(key));
    return <EventLines {...rest} entries={block.entries} isUnfolded={isUnfolded} onReadRun={shown.readRun} />;
  }
  const { entry } = block;
  if (block.kind === "reopening") return <Reopening entry={entry} onTravel={rest.onTravel} />;
  const isNew = (entry.seq ?? 0) > lastSeen && entry.person?.id !== me.person_id;
  return entry.message ? <MessageItem ticket={ticket} entry={entry} message={entry.message} isNew={isNew} /> : null;
}
