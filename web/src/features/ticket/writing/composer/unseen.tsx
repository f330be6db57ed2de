import { Button } from "antd";
import type { Ref } from "react";
import type { Entry } from "@/features/ticket/queries";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import css from "./unseen.module.css";

interface UnseenProps {
  /** At least one. */
  entries: Entry[];
  onSeen: () => void;
  /** The button that says so. */
  saidBy?: Ref<HTMLButtonElement>;
}

/** What came while somebody writes: who, when and how it begins. It stays until they say that they have seen it. */
export function Unseen({ entries, onSeen, saidBy }: UnseenProps) {
  const { t } = useWords();
  const first = entries[0];
  if (!first) return null;
  const { message, person } = first;
  const line = message?.text.trim().split("\n", 1)[0];
  const show = () => document.getElementById(`message-${message?.id}`)?.scrollIntoView({ block: "nearest" });
  return (
    <div className={css.unseen} role="alert">
      <p className={css.words}>
        <b>{person?.name ?? t(`ticket.author.${message?.author ?? "customer"}`)}</b>
        <Ago at={first.at} className={css.quiet} />
        <span className={css.line}>{line || t("ticket.unseen.files")}</span>
        {entries.length > 1 && <span className={css.quiet}>{t("ticket.unseen.more", { n: entries.length - 1 })}</span>}
      </p>
      <Button size="small" onClick={show}>
        {t("ticket.unseen.show")}
      </Button>
      <Button size="small" type="primary" onClick={onSeen} ref={saidBy}>
        {t("ticket.unseen.seen")}
      </Button>
    </div>
  );
}
