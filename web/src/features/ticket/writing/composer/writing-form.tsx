import { Alert, Button } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type Changed, useChangedWords } from "@/features/ticket/acting/actions/use-act";
import { useWords } from "@/lib/words";
import { PickFiles, UploadList } from "@/ui/content/files";
import { Refusal } from "@/ui/states";
import { CannedButton } from "../canned/canned-button";
import { FillForm } from "../canned/fill-form";
import type { Slash } from "../canned/slash";
import { useCanned } from "../canned/use-canned";
import type { Field } from "../rich/field";
import { Words } from "../rich/words";
import { Audience } from "./audience";
import type { ComposerProps } from "./composer";
import css from "./composer.module.css";
import type { WritingMode } from "./drafts";
import { SendButton } from "./send-button";
import { Unseen } from "./unseen";
import type { Writing } from "./writing";

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
  const words = useRef<Field>(null);
  const seenButton = useRef<HTMLButtonElement>(null);
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
    box: () => words.current,
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
    if (canned.onKey(event)) return true;
    if (event.key === "Escape") onLeave(writing.isBlank);
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return false;
    event.preventDefault();
    void send();
    return true;
  };

  return (
    <form
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
        if (event.isDefaultPrevented()) return;
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
        field={words}
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
