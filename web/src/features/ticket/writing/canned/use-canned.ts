/** Canned replies where somebody writes: from the stroke to what is inserted. */
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useState } from "react";
import type { Ticket } from "@/features/ticket/queries";
import { type CannedReply, cannedQuery } from "@/lib/api/canned";
import { useWords } from "@/lib/words";
import type { Field } from "../rich/field";
import { type Blank, blanksOf, filledIn } from "./filling";
import { useKnown } from "./known";
import { meant, type Slash, slashAt } from "./slash";

export interface Filling {
  reply: CannedReply;
  text: string;
  blanks: Blank[];
  guessed: Record<string, string>;
  isSent: boolean;
}

export interface Canned {
  /** What is being sought; null: nothing. */
  slash: Slash | null;
  found: CannedReply[];
  chosen: number;
  choose: (at: number) => void;
  /** Something of it is still asked for. */
  filling: Filling | null;
  /** The caret stands elsewhere, or something was written. */
  look: () => void;
  /** Begins to seek where the caret stands. */
  begin: () => void;
  /** Whether it was meant for the list. */
  onKey: (event: KeyboardEvent) => boolean;
  take: (reply: CannedReply, isSent: boolean) => void;
  fill: (values: Record<string, string>) => void;
  cancel: () => void;
}

interface UseCannedProps {
  ticket: Ticket;
  box: () => Field | null;
  /** It stands there; `isSent`: and is to go out at once. */
  onInserted: (isSent: boolean) => void;
  isOpen: boolean;
  last: RefObject<Slash | null>;
}

export function useCanned({ ticket, box, onInserted, isOpen, last }: UseCannedProps): Canned {
  const { local } = useWords();
  const { data } = useQuery({ ...cannedQuery, enabled: isOpen });
  const known = useKnown(ticket);
  const [slash, setSlash] = useState<Slash | null>(null);
  const [left, setLeft] = useState(-1);
  const [chosen, choose] = useState(0);
  const [filling, setFilling] = useState<Filling | null>(null);
  const found = slash ? meant(data?.replies ?? [], slash.query) : [];
  const variables = data?.variables ?? [];

  const look = () => {
    const at = box();
    const [from, to] = at?.selection() ?? [0, 0];
    const next = at && from === to ? slashAt(at.text(), to) : null;
    if (next?.query !== slash?.query) choose(0);
    if (next?.from !== left) setLeft(-1);
    setSlash(next && next.from === left ? null : next);
  };
  const put = (text: string, isSent: boolean) => {
    const at = box();
    const where = last.current;
    if (!at || !where) return;
    at.replace(where.from, where.to, text);
    setFilling(null);
    onInserted(isSent);
  };
  const take = (reply: CannedReply, isSent: boolean) => {
    last.current = slash;
    setSlash(null);
    const { sure, guessed } = known();
    const text = filledIn(local(reply.text), variables, sure);
    const blanks = blanksOf(text, variables);
    if (blanks.length === 0) return put(text, isSent);
    setFilling({ reply, text, blanks, guessed, isSent });
  };
  const onKey = (event: KeyboardEvent) => {
    const reply = found[chosen];
    if (!slash || !reply || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose((chosen + step + found.length) % found.length);
    else if (event.key === "Enter") take(reply, event.ctrlKey || event.metaKey);
    else if (event.key === "Tab") take(reply, false);
    else if (event.key === "Escape") {
      setLeft(slash.from);
      setSlash(null);
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const begin = () => {
    const at = box();
    if (!at) return;
    const [from, to] = at.selection();
    const before = at.text().slice(0, from);
    const words = before === "" || /[\s，。；：！？（]$/.test(before) ? "/" : " /";
    at.replace(from, to, words);
    setLeft(-1);
    requestAnimationFrame(() => setSlash(slashAt(at.text(), from + words.length)));
  };
  return {
    slash,
    found,
    chosen,
    choose,
    filling,
    look,
    begin,
    onKey,
    take,
    fill: (values) => filling && put(filledIn(filling.text, variables, values), filling.isSent),
    cancel: () => {
      setFilling(null);
      box()?.focus();
    },
  };
}
