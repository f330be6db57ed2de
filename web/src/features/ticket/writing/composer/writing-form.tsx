import { Alert, Button, Input, type InputRef } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { type Changed, useChangedWords } from "@/features/ticket/acting/actions/use-act";
import { useMedia } from "@/lib/browser/media";
import { useWords } from "@/lib/words";
import { PickFiles, UploadList } from "@/ui/content/files";
import { Refusal } from "@/ui/states";
import { CannedButton } from "../canned/canned-button";
import { CannedList } from "../canned/canned-list";
import { FillForm } from "../canned/fill-form";
import type { Slash } from "../canned/slash";
import { type Canned, useCanned } from "../canned/use-canned";
import { Audience } from "./audience";
import type { ComposerProps } from "./composer";
import css from "./composer.module.css";
import type { WritingMode } from "./drafts";
import { SendButton } from "./send-button";
import { Unseen } from "./unseen";
import { LONGEST, type Writing } from "./writing";

interface WritingFormProps extends Pick<ComposerProps, "ticket" | "asked" | "onWriting" | "onAsk"> {
  mode: WritingMode;
  writing: Writing;
  isHidden: boolean;
  isOpen: boolean;
  onOpen: () => void;
  onSent: () => void;
  /** The person turns away from it; `isDone`: nothing is left in it. */
  onLeave: (isDone: boolean) => void;
  /** The choice between the ways of writing. */
  children: ReactNode;
}

/** Which of the two it is is shown by colour, lock, sentence and button at once. Ctrl/Cmd+Enter sends. */
export function WritingForm({ writing, isHidden, isOpen: wasOpened, children, ...props }: WritingFormProps) {
  const { ticket, mode, asked, onOpen, onLeave, onSent, onAsk } = props;
  const { t } = useWords();
  const { uploads, unseen, changed, error } = writing;
  const words = useRef<InputRef>(null);
  const seenButton = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const place = useRef<Slash | null>(null);
  const [goesNext, setGoesNext] = useState(false);
  const isMissing = unseen.length > 0 && !changed;
  const isOpen = wasOpened || uploads.all.length > 0 || error !== null;
  useEffect(() => {
    if (asked > 0 && !isHidden) words.current?.focus();
  }, [asked, isHidden]);

  /** What came meanwhile is seen first. */
  const send = async (how?: { version?: number; to?: string }) => {
    if (isMissing && how?.version === undefined) return seenButton.current?.focus();
    if (await writing.submit(how)) onSent();
  };
  const canned = useCanned({
    ticket,
    box: () => form.current?.querySelector<HTMLTextAreaElement>("textarea[data-words]") ?? null,
    write: writing.draft.write,
    onInserted: setGoesNext,
    isOpen,
    last: place,
  });
  // What was inserted is drawn by now: it is what goes out.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that is inserted and sent
  useEffect(() => {
    if (!goesNext) return;
    setGoesNext(false);
    void send();
  }, [goesNext]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || canned.onKey(event)) return;
    if (event.key === "Escape") onLeave(writing.isBlank);
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };

  return (
    <form
      ref={form}
      className={css.composer}
      hidden={isHidden}
      data-mode={mode}
      data-open={isOpen || undefined}
      aria-label={t(`ticket.composer.${mode}`)}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        uploads.add(event.dataTransfer.files);
      }}
    >
      {isMissing && (
        <Unseen
          entries={unseen}
          saidBy={seenButton}
          onSeen={() => {
            writing.acknowledge();
            words.current?.focus();
          }}
        />
      )}
      {children}
      {isOpen && <Audience ticket={ticket} mode={mode} />}
      <Words
        ref={words}
        isOpen={isOpen}
        writing={writing}
        canned={canned}
        onKeyDown={onKeyDown}
        onFocus={onOpen}
        {...props}
      />
      {canned.filling && <FillForm key={canned.filling.reply.key} canned={canned} filling={canned.filling} />}
      {isOpen && (
        <>
          <UploadList uploads={uploads} />
          {changed && <MissedMessage changed={changed} onAgain={() => send({ version: changed.version })} />}
          {!changed && <Refusal error={error} />}
          <div className={css.foot}>
            <PickFiles uploads={uploads} />
            <CannedButton onBegin={canned.begin} />
            <Hint writing={writing} />
            <SendButton ticket={ticket} mode={mode} writing={writing} onSend={(to) => send({ to })} onAsk={onAsk} />
          </div>
        </>
      )}
    </form>
  );
}

interface WordsProps extends Pick<WritingFormProps, "ticket" | "mode" | "writing" | "isOpen" | "onWriting"> {
  canned: Canned;
  ref: React.Ref<InputRef>;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: () => void;
}

function Words({ ref, ticket, mode, writing, canned, isOpen, onWriting, onKeyDown, onFocus }: WordsProps) {
  const { t } = useWords();
  const isLow = useMedia("(max-width: 640px), (max-height: 560px)");
  const list = useId();
  const box = useRef<HTMLTextAreaElement | null>(null);
  const isListed = canned.slash !== null && canned.found.length > 0;
  const [least, most] = !isOpen ? [1, 1] : isLow ? [2, 6] : [3, 14];
  const words = (
    <Input.TextArea
      ref={ref}
      data-words=""
      className={css.text}
      variant="borderless"
      autoSize={{ minRows: least, maxRows: most }}
      value={writing.draft.text}
      maxLength={LONGEST}
      aria-label={t(`ticket.composer.${mode}`)}
      placeholder={t(`ticket.composer.${mode}_placeholder`, { name: ticket.requester.name })}
      aria-autocomplete="list"
      aria-controls={isListed ? list : undefined}
      aria-activedescendant={isListed ? `${list}-${canned.chosen}` : undefined}
      onFocus={onFocus}
      onSelect={(event) => {
        box.current = event.currentTarget;
        canned.look();
      }}
      onChange={(event) => {
        box.current = event.target;
        writing.draft.write(event.target.value);
        if (mode === "reply" && event.target.value !== "") onWriting(true);
      }}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        if (event.clipboardData.files.length > 0) writing.uploads.add(event.clipboardData.files);
      }}
    />
  );
  return (
    <>
      {words}
      {isListed && box.current && <CannedList id={list} canned={canned} box={box.current} />}
    </>
  );
}

/** Where the draft is kept, or why it cannot be sent as it is. */
function Hint({ writing }: { writing: Writing }) {
  const { t, clock } = useWords();
  const { savedAt, isHere } = writing.keeping;
  const { signs, files } = writing.excess;
  if (signs + files > 0) {
    return (
      <span className={css.hint} role="status">
        {t(`ticket.composer.too_${signs > 0 ? "long" : "many"}`, { n: signs || files })}
      </span>
    );
  }
  if (writing.hindrance && writing.hindrance !== "too_much") {
    return (
      <span className={css.hint} role="status">
        {t(`ticket.composer.hindered.${writing.hindrance}`)}
      </span>
    );
  }
  if (isHere) return <span className={css.hint}>{t("ticket.composer.kept_here")}</span>;
  const saved = savedAt && !writing.isBlank && t("ticket.composer.saved", { at: clock(savedAt) });
  return <span className={css.hint}>{saved || t("ticket.composer.hint")}</span>;
}

/** What came while these words were on their way; their author looks, and decides. */
export function MissedMessage({ changed, onAgain }: { changed: Changed; onAgain: () => void }) {
  const { t } = useWords();
  const words = useChangedWords();
  const isMessage = changed.fields.length === 0 || changed.fields.includes("messages");
  return (
    <Alert
      type="warning"
      role="alert"
      title={t("ticket.conflict.reply_title")}
      description={isMessage ? t("ticket.conflict.reply_text") : words(changed)}
      action={
        <Button size="small" onClick={onAgain}>
          {t("ticket.conflict.reply_resend")}
        </Button>
      }
    />
  );
}
