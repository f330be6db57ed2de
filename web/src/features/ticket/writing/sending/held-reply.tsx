import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { type Ticket, ticketQuery } from "@/features/ticket/queries";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { MessageContent } from "@/ui/content/message-content";
import { Icon } from "@/ui/marks/icon";
import { Refusal } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Held, reread, secondsLeft, takeBack, useHeld, useSendNow, useTakeBack } from "./held";
import css from "./held-reply.module.css";

interface HeldReplyProps {
  ticket: Ticket;
  /** It was taken back: its author writes on. */
  onBack: (held: Held) => void;
}

/** At the end of the conversation: one's reply that waits, for how long, and how it is taken back. */
export function HeldReply({ ticket, onBack }: HeldReplyProps) {
  const { t } = useWords();
  const { held, draft } = useHeld(ticket.number);
  const back = useTakeBack(ticket.number);
  const now = useSendNow(ticket.number);
  useOutcome(ticket, held, draft);
  if (!held) return null;
  const isBusy = back.isPending || now.isPending;
  const take = () => back.mutate(undefined, { onSuccess: () => onBack(held) });
  return (
    <Waiting key={held.version} ticket={ticket} held={held}>
      <Button size="small" type="primary" loading={back.isPending} disabled={isBusy} onClick={take}>
        {t("ticket.sending.take_back")}
      </Button>
      <Button size="small" loading={now.isPending} disabled={isBusy} onClick={() => now.mutate()}>
        {t("ticket.sending.now")}
      </Button>
      <Refusal error={back.error ?? now.error} />
    </Waiting>
  );
}

function Waiting({ ticket, held, children }: { ticket: Ticket; held: Held; children: React.ReactNode }) {
  const { t, local } = useWords();
  const names = useNames();
  const place = useRef<HTMLElement>(null);
  const left = useSecondsLeft(held);
  useEffect(() => {
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <article className={css.held} ref={place} aria-label={t("ticket.sending.label")}>
      <p className={css.head} role="status">
        <Icon name="clock" size={14} />
        <b>{t("ticket.sending.label")}</b>
        {held.to && <span>{t("ticket.sending.then", { status: local(names.status(held.to, ticket.type).name) })}</span>}
        <span aria-hidden className={css.left}>
          {left > 0 ? t("ticket.sending.left", { n: left }) : t("ticket.sending.going")}
        </span>
      </p>
      <MessageContent text={held.text} html={held.html ?? null} files={held.files} />
      <div className={css.acts}>{children}</div>
    </article>
  );
}

function useSecondsLeft(held: Held): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return secondsLeft(held, now);
}

/** It went out, or its words came back: then the page says so, unless its author took them back themselves. */
function useOutcome(ticket: Ticket, held: Held | undefined, draft: Held | undefined): void {
  const { t } = useWords();
  const { message } = useVoice();
  const client = useQueryClient();
  const before = useRef<Held>(undefined);
  const { number, version } = ticket;
  // biome-ignore lint/correctness/useExhaustiveDependencies: something happened to the ticket, perhaps this
  useEffect(() => {
    if (before.current) reread(client, number);
  }, [version]);
  useEffect(() => {
    const last = before.current;
    before.current = held;
    if (!last || held) return;
    void client.invalidateQueries({ queryKey: ticketQuery(number).queryKey });
    if (draft?.text.startsWith(last.text) && secondsLeft(last, Date.now()) === 0) {
      message.warning(t("ticket.sending.returned"));
    }
  }, [held, draft, client, number, message, t]);
}

/** Where its author goes on to another ticket, the way back is at hand for as long as it waits. */
export function useOfferBack(): (number: string, seconds: number, onBack: () => void) => void {
  const { t, problem } = useWords();
  const { message } = useVoice();
  const client = useQueryClient();
  return (number, seconds, onBack) => {
    const key = `sending.${number}`;
    const take = async () => {
      message.destroy(key);
      try {
        await takeBack(client, number);
        onBack();
      } catch (error) {
        message.error(problem(error).title);
      }
    };
    message.info({
      key,
      duration: seconds,
      content: (
        <>
          {t("ticket.sending.waits", { number })}
          <Button type="link" size="small" onClick={take}>
            {t("ticket.sending.take_back")}
          </Button>
        </>
      ),
    });
  };
}
