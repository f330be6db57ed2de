import { Alert, Button, Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { useMedia } from "@/lib/media";
import { useWords } from "@/lib/words";
import { PickFiles, UploadList, useUploads } from "@/ui/files";
import { Icon } from "@/ui/icon";
import { Refusal } from "@/ui/states";
import css from "./composer.module.css";
import { hasDraft, useDraft, type WritingMode } from "./drafts";
import { type Command, type Ticket, useSend } from "./queries";
import { type Changed, changedOf, useChangedWords } from "./use-act";

interface ComposerProps {
  ticket: Ticket;
  mode: WritingMode;
  onMode: (mode: WritingMode) => void;
  /** Tells the others while this person writes a reply. */
  onWriting: (isWriting: boolean) => void;
}

/**
 * Writes replies and notes. Which of the two is shown by colour, lock, sentence and button at once; each keeps its own
 * draft. Ctrl/Cmd+Enter sends.
 */
export function Composer({ ticket, mode, onMode, onWriting }: ComposerProps) {
  const { t } = useWords();
  const words = useChangedWords();
  const [text, setText] = useDraft(ticket.number, mode);
  const [changed, setChanged] = useState<Changed | null>(null);
  const uploads = useUploads();
  const send = useSend(ticket.number);
  const box = useRef<HTMLFormElement>(null);

  const isPhone = useMedia("(max-width: 640px)");
  const isNote = mode === "note";
  const name = ticket.requester.name;
  const isEmpty = text.trim() === "" || uploads.isBusy;

  const submit = (version: number | undefined = ticket.version) => {
    if (isEmpty || send.isPending) return;
    setChanged(null);
    const command: Command = { do: mode, body: { text: text.trim(), files: uploads.ids } };
    send.mutate(
      { command, version },
      {
        onSuccess: () => {
          setText("");
          uploads.clear();
          onWriting(false);
        },
        onError: (error) => setChanged(changedOf(error)),
      },
    );
  };

  useEffect(() => () => onWriting(false), [onWriting]);

  return (
    <form
      ref={box}
      className={css.composer}
      data-mode={mode}
      aria-label={isNote ? t("ticket.composer.note") : t("ticket.composer.reply")}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        uploads.add(event.dataTransfer.files);
      }}
    >
      <ModeSwitch ticket={ticket} mode={mode} onMode={onMode} />
      <p className={css.audience}>
        {isNote && <Icon name="lock" size={13} />}
        {isNote
          ? t("ticket.composer.note_audience")
          : t("ticket.composer.reply_audience", { name, channel: t(`common.channel.${ticket.channel}`) })}
      </p>
      <Input.TextArea
        className={css.text}
        variant="borderless"
        autoSize={{ minRows: isPhone ? 1 : 3, maxRows: isPhone ? 8 : 14 }}
        value={text}
        maxLength={100_000}
        aria-label={isNote ? t("ticket.composer.note") : t("ticket.composer.reply")}
        placeholder={isNote ? t("ticket.composer.note_placeholder") : t("ticket.composer.reply_placeholder", { name })}
        onChange={(event) => {
          setText(event.target.value);
          onWriting(!isNote && event.target.value !== "");
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          submit();
        }}
        onPaste={(event) => {
          if (event.clipboardData.files.length > 0) uploads.add(event.clipboardData.files);
        }}
      />
      <UploadList uploads={uploads} />
      {changed && (
        <Alert
          type="warning"
          role="alert"
          title={t("ticket.conflict.reply_title")}
          description={changed.fields.length > 0 ? words(changed) : t("ticket.conflict.reply_text")}
          action={
            <Button size="small" onClick={() => submit(changed.version)}>
              {t("ticket.conflict.reply_resend")}
            </Button>
          }
        />
      )}
      {!changed && <Refusal error={send.error} />}
      <div className={css.foot}>
        <PickFiles uploads={uploads} />
        <span className={css.hint}>{t("ticket.composer.hint")}</span>
        <Button
          type="primary"
          htmlType="submit"
          className={css.send}
          disabled={isEmpty}
          loading={send.isPending}
          icon={<Icon name={isNote ? "lock" : "send"} size={14} />}
        >
          {isNote ? t("ticket.composer.note_send") : t("ticket.composer.reply_send", { name })}
        </Button>
      </div>
    </form>
  );
}

function ModeSwitch({ ticket, mode, onMode }: Pick<ComposerProps, "ticket" | "mode" | "onMode">) {
  const { t } = useWords();
  const modes = (["reply", "note"] as const).filter((each) => ticket.allowed[each]);
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
          {mode !== each && hasDraft(ticket.number, each) && (
            <i className={css.kept} title={t("ticket.composer.kept")} />
          )}
        </button>
      ))}
    </div>
  );
}
