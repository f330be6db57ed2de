import { expect, test } from "vitest";
import {
  linesOf,
  type Notice,
  type NoticePages,
  unreadMark,
  unreadOf,
  withAllRead,
  withNotice,
  withRead,
} from "./lines";

const NOW = "2026-11-27T09:00:00Z";
const notice = (id: number, number: string | null, read_at: string | null = null): Notice => ({
  id,
  kind: "answered",
  number,
  text: { "zh-CN": "新消息", en: "A message" },
  count: 1,
  at: NOW,
  read_at,
  of_ticket: 1,
});
const pagesOf = (notices: Notice[], unread: number, after: string | null = null): NoticePages => ({
  pages: [{ notices, unread, after }],
  pageParams: [null],
});
const event = (one: Notice) => ({ type: "notice" as const, ...one });

test("what happens to a ticket that has a line moves it to the top, and is counted once", () => {
  const before = pagesOf([notice(1, "A"), notice(2, "B", NOW)], 1);
  const once = withNotice(before, event(notice(3, "B")));
  expect(linesOf(once.pages).map(({ id }) => id)).toEqual([3, 1]);
  expect(unreadOf(once.pages)).toBe(2);
  const twice = withNotice(once.pages, event(notice(4, "B")));
  expect([linesOf(twice.pages).map(({ id }) => id), unreadOf(twice.pages)]).toEqual([[4, 1], 2]);
});

test("what is of no ticket has a line of its own", () => {
  const { pages } = withNotice(pagesOf([notice(1, null)], 1), event(notice(2, null)));
  expect([linesOf(pages).length, unreadOf(pages)]).toEqual([2, 2]);
});

test("where more unread lines may follow than are loaded, the list is read again", () => {
  const before = pagesOf([notice(1, "A")], 30, "more");
  expect(withNotice(before, event(notice(2, "B")))).toEqual({ pages: before, isUnsure: true });
  expect(withRead(before, "B", NOW).isUnsure).toBe(true);
  expect(unreadMark(before, "B")).toBe("unknown");
});

test("what was read before it was told is no news", () => {
  const before = pagesOf([], 0);
  expect(withNotice(before, event(notice(1, "A", NOW)))).toEqual({ pages: before, isUnsure: true });
});

test("reading a ticket's notices takes its mark away, in its place, and once", () => {
  const before = pagesOf([notice(1, "A"), notice(2, "B"), notice(3, null)], 3);
  const once = withRead(before, "B", NOW).pages;
  expect(linesOf(once).map(({ read_at }) => read_at)).toEqual([null, NOW, null]);
  expect(unreadOf(once)).toBe(2);
  expect(withRead(once, "B", NOW)).toEqual({ pages: once, isUnsure: false });
  expect(unreadOf(withRead(once, "#3", NOW).pages)).toBe(1);
  expect(unreadOf(withAllRead(before, NOW))).toBe(0);
});

test("a line that moved between the readings of two pages stands once, where it is newer", () => {
  const twice: NoticePages = {
    pages: [
      { notices: [notice(4, "A")], unread: 1, after: "x" },
      { notices: [notice(1, "A", NOW), notice(2, "B", NOW)], unread: 1, after: null },
    ],
    pageParams: [null, "x"],
  };
  expect(linesOf(twice).map(({ id }) => id)).toEqual([4, 2]);
});

test("only what is unread has to be read", () => {
  const pages = pagesOf([notice(1, "A"), notice(2, "B", NOW)], 1);
  expect([unreadMark(pages, "A"), unreadMark(pages, "B"), unreadMark(pages, "C")]).toEqual([NOW, null, null]);
});
