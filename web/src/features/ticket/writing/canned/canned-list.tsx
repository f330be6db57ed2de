import { useEffect, useRef } from "react";
import type { CannedReply } from "@/lib/api/canned";
import { useWords } from "@/lib/words";
import type { Field } from "../rich/field";
import css from "./canned.module.css";
import type { Canned } from "./use-canned";

const ROOM = 300;
const WIDTH = 380;

/** The canned replies that are meant, where the caret stands; the field keeps the focus. */
export function CannedList({ id, canned, field }: { id: string; canned: Canned; field: Field }) {
  const { t } = useWords();
  const { slash, found, chosen } = canned;
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is chosen
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  if (!slash || found.length === 0) return null;
  const { left, top, bottom } = field.place(slash.from);
  const isBelow = innerHeight - bottom > ROOM;
  const place = {
    left: Math.max(8, Math.min(left, innerWidth - WIDTH - 8)),
    ...(isBelow ? { top: bottom + 4 } : { bottom: innerHeight - top + 4 }),
  };
  return (
    <div className={css.popup} style={place}>
      <div ref={list} id={id} className={css.list} role="listbox" aria-label={t("ticket.canned.label")}>
        {found.map((reply, at) => (
          <Option key={reply.key} id={`${id}-${at}`} reply={reply} isChosen={at === chosen} canned={canned} at={at} />
        ))}
      </div>
      <p className={css.hint}>
        <span>{t("ticket.canned.hint")}</span>
        <a href="/admin/replies" target="_blank" rel="noreferrer" tabIndex={-1}>
          {t("ticket.canned.manage")}
        </a>
      </p>
    </div>
  );
}

interface OptionProps {
  id: string;
  reply: CannedReply;
  isChosen: boolean;
  canned: Canned;
  at: number;
}

function Option({ id, reply, isChosen, canned, at }: OptionProps) {
  const { local } = useWords();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={css.option}
      onPointerEnter={() => canned.choose(at)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => canned.take(reply, false)}
    >
      <span className={css.name}>{local(reply.name)}</span>
      {reply.keyword && <kbd className={css.keyword}>/{reply.keyword}</kbd>}
      <span className={css.words}>{local(reply.text)}</span>
    </div>
  );
}
