/** Where a message is written: a text box at once, and the editor in its place as soon as it has arrived. */
import { Input } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { type ComponentType, type RefObject, useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Ticket } from "@/features/ticket/queries";
import { useMedia } from "@/lib/browser/media";
import { useWords } from "@/lib/words";
import { CannedList } from "../canned/canned-list";
import type { Canned } from "../canned/use-canned";
import type { WritingMode } from "../composer/drafts";
import { LONGEST, type Writing } from "../composer/writing";
import { boxField, type Field } from "./field";
import css from "./rich.module.css";
import type { RichWordsProps } from "./rich-words";

interface WordsProps {
  ticket: Ticket;
  mode: WritingMode;
  writing: Writing;
  canned: Canned;
  /** Where it is written now. */
  field: RefObject<Field | null>;
  isOpen: boolean;
  onWriting: (isWriting: boolean) => void;
  onKeyDown: (event: KeyboardEvent) => boolean;
  onFocus: () => void;
}

type Rich = ComponentType<RichWordsProps>;

/** Once it is there, it is there for every ticket. */
let arrived: Rich | null = null;

export function Words({ ticket, mode, writing, canned, field, isOpen, onWriting, onKeyDown, onFocus }: WordsProps) {
  const { t } = useWords();
  const isLow = useMedia("(max-width: 640px), (max-height: 560px)");
  const list = useId();
  const { draft } = writing;
  const isListed = canned.slash !== null && canned.found.length > 0;
  const [least, most] = !isOpen ? [1, 1] : isLow ? [2, 6] : [3, 14];
  const input = useRef<TextAreaRef>(null);
  const { Rich, start, load, isLate } = useRich(() => input.current?.resizableTextArea?.textArea);
  const isHeld = draft.html !== null && !isLate;
  useEffect(() => {
    if (isOpen || draft.html !== null) load();
  }, [isOpen, draft.html, load]);
  const write = (text: string, html: string | null = null) => {
    draft.write(text, html);
    if (mode === "reply" && text !== "") onWriting(true);
  };
  const aria = {
    "aria-label": t(`ticket.composer.${mode}`),
    "aria-autocomplete": "list" as const,
    ...(isListed && { "aria-controls": list, "aria-activedescendant": `${list}-${canned.chosen}` }),
  };
  const placeholder = t(`ticket.composer.${mode}_placeholder`, { name: ticket.requester.name });
  if (Rich) {
    return (
      <Rich
        {...{ mode, writing, field, isOpen, isLow, start, write, placeholder, aria, onFocus }}
        onKey={onKeyDown}
        onLook={canned.look}
      >
        {isListed && field.current && <CannedList id={list} canned={canned} field={field.current} />}
      </Rich>
    );
  }
  return (
    <>
      <Input.TextArea
        ref={(now) => {
          input.current = now;
          const box = now?.resizableTextArea?.textArea;
          field.current = box ? boxField(box, write) : null;
        }}
        data-words=""
        className={css.box}
        variant="borderless"
        autoSize={{ minRows: least, maxRows: most }}
        value={draft.text}
        // What is formatted is written on where its form is not lost.
        readOnly={isHeld}
        maxLength={LONGEST}
        placeholder={placeholder}
        {...aria}
        onFocus={onFocus}
        onSelect={canned.look}
        onChange={(event) => write(event.target.value)}
        onKeyDown={({ nativeEvent }) => void (nativeEvent.isComposing || onKeyDown(nativeEvent))}
        onPaste={(event) => {
          if (event.clipboardData.files.length > 0) writing.uploads.add(event.clipboardData.files);
        }}
      />
      {isOpen && !isLow && <div className={css.tools} />}
      {isListed && field.current && <CannedList id={list} canned={canned} field={field.current} />}
    </>
  );
}

/** The editor once it is wanted. It takes the box's place with the letters and the caret that are there by then. */
function useRich(box: () => HTMLTextAreaElement | undefined) {
  const [Rich, setRich] = useState<Rich | null>(() => arrived);
  const [isLate, setIsLate] = useState(false);
  const isAsked = useRef(false);
  const start = useRef<[number, number] | null>(null);
  const latest = useRef(box);
  latest.current = box;
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const change = (found: Rich) => {
    if (!isHere.current) return;
    const at = latest.current();
    start.current = at && document.activeElement === at ? [at.selectionStart, at.selectionEnd] : null;
    flushSync(() => setRich(() => found));
  };
  const load = useRef(async () => {
    if (isAsked.current) return;
    isAsked.current = true;
    try {
      const { RichWords } = await import("./rich-words");
      arrived = RichWords;
      const at = latest.current();
      if (at && isComposing.has(at)) at.addEventListener("compositionend", () => setTimeout(change, 0, RichWords));
      else change(RichWords);
    } catch {
      isAsked.current = false; // the box does as well; asked again with the next focus
      setIsLate(true);
    }
  }).current;
  return { Rich, start, load, isLate };
}

/** Boxes in which a sign is being put together. */
const isComposing = new WeakSet<EventTarget>();

if (typeof document !== "undefined") {
  document.addEventListener("compositionstart", ({ target }) => target && isComposing.add(target), true);
  document.addEventListener("compositionend", ({ target }) => target && isComposing.delete(target), true);
}
