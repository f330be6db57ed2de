import { Segmented } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/icon";
import { Empty } from "@/ui/states";
import { EventLines } from "./event-lines";
import { MessageItem } from "./message";
import type { Ticket } from "./queries";
import type { Seen } from "./seen";
import css from "./timeline.module.css";
import { type Block, blocksOf, FILTERS, type Filter } from "./timeline-blocks";

const NEAR_END_PX = 120;

interface TimelineProps {
  ticket: Ticket;
  seen: Seen;
  onTravel: (at: string) => void;
}

/** Messages, notes and events in one conversation; the newest is in view, what is new since the last visit is marked. */
export function Timeline({ ticket, seen, onTravel }: TimelineProps) {
  const { t } = useWords();
  const [filter, setFilter] = useState<Filter>("all");
  const blocks = useMemo(() => blocksOf(ticket.timeline, filter), [ticket.timeline, filter]);
  const showsMessages = filter === "all" || filter === "messages";
  const onEnd = () => showsMessages && seen.mark(ticket.version);
  const { box, hasMore, toEnd } = useStayAtEnd(ticket.timeline.length, onEnd);

  return (
    <section className={css.timeline} aria-label={t("ticket.timeline")}>
      <div className={css.filter}>
        <Segmented
          size="small"
          value={filter}
          onChange={setFilter}
          aria-label={t("ticket.filter.label")}
          options={FILTERS.map((value) => ({ value, label: t(`ticket.filter.${value}`) }))}
        />
      </div>
      <div className={css.scroll} ref={box} role="log" aria-live="polite" aria-label={t("ticket.timeline")}>
        {blocks.length === 0 && <Empty icon="message" title={t(`ticket.none.${filter}`)} />}
        {blocks.map((block) => (
          <BlockItem key={keyOf(block)} block={block} ticket={ticket} lastSeen={seen.before} onTravel={onTravel} />
        ))}
      </div>
      {hasMore && (
        <button type="button" className={css.more} onClick={toEnd}>
          <Icon name="down" size={14} />
          {t("ticket.more_below")}
        </button>
      )}
    </section>
  );
}

function keyOf(block: Block): number | string {
  return block.kind === "message" ? `m${block.entry.message?.id}` : (block.entries[0]?.seq ?? 0);
}

interface BlockProps {
  block: Block;
  ticket: Ticket;
  lastSeen: number;
  onTravel: (at: string) => void;
}

function BlockItem({ block, ticket, lastSeen, onTravel }: BlockProps) {
  const me = useMe();
  if (block.kind === "events") {
    return <EventLines entries={block.entries} onTravel={onTravel} />;
  }
  const { entry } = block;
  const isNew = (entry.seq ?? 0) > lastSeen && entry.person?.id !== me.person_id;
  return entry.message ? <MessageItem ticket={ticket} entry={entry} message={entry.message} isNew={isNew} /> : null;
}

/** Follows the end while the person is there; otherwise stands still and says that there is more below. */
function useStayAtEnd(length: number, onEnd: () => void) {
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [hasMore, setHasMore] = useState(false);
  const reached = useRef(onEnd);
  reached.current = onEnd;

  const toEnd = () => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
    setHasMore(false);
  };

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const onScroll = () => {
      isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
      if (!isAtEnd.current) return;
      setHasMore(false);
      reached.current();
    };
    // The composer's height moves the end too.
    const watcher = new ResizeObserver(() => isAtEnd.current && element.scrollTo({ top: element.scrollHeight }));
    watcher.observe(element);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener("scroll", onScroll);
    };
  }, []);

  const shown = useRef(0);
  useEffect(() => {
    const element = box.current;
    const isFirst = shown.current === 0;
    const grew = length > shown.current;
    shown.current = length;
    if (!element || !grew) return;
    if (!isFirst && !isAtEnd.current) return setHasMore(true);
    element.scrollTo({ top: element.scrollHeight });
    reached.current();
  }, [length]);

  return { box, hasMore, toEnd };
}
