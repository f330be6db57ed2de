/** The list of notices as it stands after what the stream says: a line for each ticket. Pure. */
import type { InfiniteData } from "@tanstack/react-query";
import type { Schemas } from "@/lib/api";
import type { NoticeEvent } from "@/lib/realtime/events";

export type Notice = Schemas["Notice"];
export type NoticePages = InfiniteData<Schemas["Notices"]>;

export interface Applied {
  pages: NoticePages;
  /** The list has to be read again: what happened concerns lines that are not loaded. */
  isUnsure: boolean;
}

const keyOf = ({ id, number }: Pick<Notice, "id" | "number">) => number ?? `#${id}`;

/** The lines of all pages. A line that moved between two readings may have come twice: the first is right. */
export function linesOf(pages: NoticePages | undefined): Notice[] {
  const found = new Map<string, Notice>();
  for (const line of pages?.pages.flatMap((page) => page.notices) ?? []) {
    if (!found.has(keyOf(line))) found.set(keyOf(line), line);
  }
  return [...found.values()];
}

export const unreadOf = (pages: NoticePages | undefined) => pages?.pages[0]?.unread ?? 0;

/** Unread lines come first: where the last one loaded is unread, there may be more of them. */
function mayHideUnread(pages: NoticePages): boolean {
  const last = pages.pages.at(-1);
  return last?.after != null && last.notices.at(-1)?.read_at === null;
}

/** A notice was written, or counted up: its line leads the list. One that was read before it was told is no news. */
export function withNotice(pages: NoticePages, { type: _type, ...line }: NoticeEvent): Applied {
  const known = linesOf(pages).find((each) => keyOf(each) === keyOf(line));
  if (line.read_at !== null || (!known && mayHideUnread(pages))) return { pages, isUnsure: true };
  const rest = mapLines(pages, (lines) => lines.filter((each) => keyOf(each) !== keyOf(line)));
  return { pages: counted(rest, [line], known?.read_at === null ? 0 : 1), isUnsure: false };
}

/** Those of a ticket, or one by itself, were read. The line stays where it is: nothing moves while one reads. */
export function withRead(pages: NoticePages, key: string, now: string): Applied {
  const known = linesOf(pages).find((line) => keyOf(line) === key);
  if (!known) return { pages, isUnsure: mayHideUnread(pages) };
  if (known.read_at !== null) return { pages, isUnsure: false };
  const read = mapLines(pages, (lines) =>
    lines.map((line) => (keyOf(line) === key ? { ...line, read_at: now } : line)),
  );
  return { pages: counted(read, [], -1), isUnsure: false };
}

export function withAllRead(pages: NoticePages, now: string): NoticePages {
  const read = mapLines(pages, (lines) => lines.map((line) => ({ ...line, read_at: line.read_at ?? now })));
  return counted(read, [], -unreadOf(pages));
}

/** By what a page tells whether there is something to read about a ticket: null, there is not. */
export function unreadMark(pages: NoticePages, number: string): string | null {
  const line = linesOf(pages).find((each) => each.number === number);
  if (!line) return mayHideUnread(pages) ? "unknown" : null;
  return line.read_at === null ? line.at : null;
}

function mapLines(pages: NoticePages, change: (lines: Notice[]) => Notice[]): NoticePages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, notices: change(page.notices) })) };
}

function counted(pages: NoticePages, first: Notice[], by: number): NoticePages {
  const [head, ...others] = pages.pages;
  if (!head) return pages;
  const unread = Math.max(0, head.unread + by);
  return { ...pages, pages: [{ ...head, notices: [...first, ...head.notices], unread }, ...others] };
}
