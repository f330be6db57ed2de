import { Alert, Button, Input } from "antd";
import { useEffect } from "react";
import { useMedia } from "@/lib/media";
import { useWords } from "@/lib/words";
import { PickFiles, UploadList } from "@/ui/files";
import { Icon } from "@/ui/icon";
import { Refusal } from "@/ui/states";
import { Audience } from "./audience";
import css from "./composer.module.css";
import { useHasDraft, type WritingMode } from "./drafts";
import type { Ticket } from "./queries";
import { may } from "./queries";
import { type Changed, useChangedWords } from "./use-act";
import type { Writing } from "./writing";

interface ComposerProps {
  ticket: Ticket;
  writings: Record<WritingMode, Writing>;
  mode: WritingMode;
  onMode: (mode: WritingMode) => void;
  /** Tells the others while this person writes a reply. */
  onWriting: (isWriting: boolean) => void;
}

/** Writes replies and notes. Each keeps its own words, files and refusals, so that nothing of one goes with the other. */
export function Composer({ mode, writings, ...props }: ComposerProps) {
  const { onWriting, ticket } = props;
  const isReplying = writings.reply.draft.text !== "" && mode === "reply";
  useEffect(() => () => onWriting(false), [onWriting]);
  useEffect(() => {
    if (!isReplying) onWriting(false);
  }, [isReplying, onWriting]);
  return MODES.filter((each) => may(ticket, each)).map((each) => (
    <WritingForm key={each} mode={each} writing={writings[each]} isHidden={each !== mode} {...props} />
  ));
}

const MODES = ["reply", "note"] as const;

interface WritingFormProps extends Omit<ComposerProps, "writings"> {
  writing: Writing;
  isHidden: boolean;
}

/** Which of the two it is is shown by colour, lock, sentence and button at once. Ctrl/Cmd+Enter sends. */
function WritingForm({ ticket, writing, mode, onMode, onWriting, isHidden }: WritingFormProps) {
  const { t } = useWords();
  const { draft, uploads, changed, error, isEmpty, isSending, submit } = writing;
  const isPhone = useMedia("(max-width: 640px)");
  const isNote = mode === "note";
  const name = ticket.requester.name;

  return (
    <form
      className={css.composer}
      hidden={isHidden}
      data-mode={mode}
      aria-label={t(`ticket.composer.${mode}`)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        uploads.add(event.dataTransfer.files);
      }}
    >
      <ModeSwitch ticket={ticket} mode={mode} onMode={onMode} />
      <Audience ticket={ticket} mode={mode} />
      <Input.TextArea
        className={css.text}
        variant="borderless"
        autoSize={{ minRows: isPhone ? 1 : 3, maxRows: isPhone ? 8 : 14 }}
        value={draft.text}
        maxLength={100_000}
        aria-label={t(`ticket.composer.${mode}`)}
        placeholder={t(`ticket.composer.${mode}_placeholder`, { name })}
        onChange={(event) => {
          draft.write(event.target.value);
          if (!isNote && event.target.value !== "") onWriting(true);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void submit();
        }}
        onPaste={(event) => {
          if (event.clipboardData.files.length > 0) uploads.add(event.clipboardData.files);
        }}
      />
      <UploadList uploads={uploads} />
      {changed && <MissedMessage changed={changed} onAgain={() => submit(changed.version)} />}
      {!changed && <Refusal error={error} />}
      <div className={css.foot}>
        <PickFiles uploads={uploads} />
        <span className={css.hint}>{t("ticket.composer.hint")}</span>
        <Button
          type="primary"
          htmlType="submit"
          className={css.send}
          disabled={isEmpty}
          loading={isSending}
          icon={<Icon name={isNote ? "lock" : "send"} size={14} />}
        >
          {t(`ticket.composer.${mode}_send`, { name })}
        </Button>
      </div>
    </form>
  );
}

/** What came while these words were written; their author looks, and decides. */
function MissedMessage({ changed, onAgain }: { changed: Changed; onAgain: () => void }) {
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

function ModeSwitch({ ticket, mode, onMode }: Pick<ComposerProps, "ticket" | "mode" | "onMode">) {
  const { t } = useWords();
  const kept = { reply: useHasDraft(ticket.number, "reply"), note: useHasDraft(ticket.number, "note") };
  const modes = MODES.filter((each) => may(ticket, each));
  return (
    <div className={css.modes} role="tablist" aria-label={t("ticket.composer.mode")}>
      {modes.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          aria-selected={mode === each}
          className={css.mode}
          data-mode={each}
          onClick={() => onMode(each)}
        >
          <Icon name={each === "note" ? "lock" : "reply"} size={14} />
          {t(`ticket.composer.${each}`)}
          {mode !== each && kept[each] && <i className={css.kept} title={t("ticket.composer.kept")} />}
        </button>
      ))}
    </div>
  );
}
