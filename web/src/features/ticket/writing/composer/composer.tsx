import { useEffect, useState } from "react";
import type { DialogName } from "@/features/ticket/acting/actions/dialogs";
import type { Ticket } from "@/features/ticket/queries";
import { may } from "@/features/ticket/queries";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./composer.module.css";
import type { WritingMode } from "./drafts";
import type { Writing } from "./writing";
import { WritingForm } from "./writing-form";

export interface ComposerProps {
  ticket: Ticket;
  writings: Record<WritingMode, Writing>;
  mode: WritingMode;
  /** How often somebody asked to write: each time the words get the focus. */
  asked: number;
  /** Somebody wants to write so. */
  onWrite: (mode: WritingMode) => void;
  /** Tells the others while this person writes a reply. */
  onWriting: (isWriting: boolean) => void;
  /** Nothing is written any more, or for now: the keys of the page are to act again. */
  onLeave: () => void;
  onSent: (mode: WritingMode) => void;
  onAsk: (dialog: DialogName) => void;
}

/**
 * Writes replies and notes. Each keeps its own words, files and refusals, so that nothing of one goes with the other.
 * It is one line until somebody writes, and stays as it grew until they are done: what is read meanwhile does not jump.
 */
export function Composer({ mode, writings, ...props }: ComposerProps) {
  const { onWriting, ticket, onSent, onLeave } = props;
  const [isOpen, setIsOpen] = useState(false);
  const isReplying = writings.reply.draft.text !== "" && mode === "reply";
  useEffect(() => () => onWriting(false), [onWriting]);
  useEffect(() => {
    if (!isReplying) onWriting(false);
  }, [isReplying, onWriting]);
  const modes = MODES.filter((each) => may(ticket, each));
  return modes.map((each) => (
    <WritingForm
      key={each}
      mode={each}
      writing={writings[each]}
      isHidden={each !== mode}
      isOpen={isOpen}
      {...props}
      onOpen={() => setIsOpen(true)}
      onLeave={(isDone) => {
        if (isDone) setIsOpen(false);
        onLeave();
      }}
      onSent={() => {
        setIsOpen(false);
        onSent(each);
      }}
    >
      <ModeSwitch modes={modes} writings={writings} mode={mode} onWrite={props.onWrite} />
    </WritingForm>
  ));
}

const MODES = ["reply", "note"] as const;

function ModeSwitch({
  writings,
  modes,
  mode,
  onWrite,
}: Pick<ComposerProps, "writings" | "mode" | "onWrite"> & { modes: WritingMode[] }) {
  const { t } = useWords();
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
          onClick={() => onWrite(each)}
        >
          <Icon name={each === "note" ? "lock" : "reply"} size={14} />
          {t(`ticket.composer.${each}`)}
          {mode !== each && writings[each].draft.text !== "" && (
            <i className={css.kept} title={t("ticket.composer.kept")} />
          )}
        </button>
      ))}
    </div>
  );
}
