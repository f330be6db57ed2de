import { useState } from "react";
import { useKept } from "@/lib/kept";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { Button } from "@/ui/plain/button";
import { TextArea } from "@/ui/plain/text-area";
import { Refusal } from "@/ui/states";
import { type PortalTicket, usePortalAct } from "../queries";
import css from "./ticket.module.css";

export type Wanted = "confirm" | "reopen" | "rate";

interface VerdictProps {
  ticket: PortalTicket;
  wanted: Wanted | undefined;
  score: number | undefined;
  /** Instead of reopening, a new ticket was opened. */
  onFollowUp: (number: string) => void;
}

/** Solved? Not solved? How was it? Asked when it is the customer's turn; a link only chooses the question. */
export function Verdict({ ticket, wanted, score, onFollowUp }: VerdictProps) {
  const [isDeclining, setIsDeclining] = useState(wanted === "reopen");
  const [isRating, setIsRating] = useState(wanted === "rate");
  if (ticket.can_reopen && isDeclining)
    return <NotSolved ticket={ticket} onBack={() => setIsDeclining(false)} onFollowUp={onFollowUp} />;
  if (ticket.can_confirm) return <Solved ticket={ticket} onDecline={() => setIsDeclining(true)} />;
  if (ticket.can_rate && (ticket.rating === null || isRating))
    return <Rating ticket={ticket} suggested={score} onDone={() => setIsRating(false)} />;
  return (
    <>
      {ticket.rating !== null && hasEnded(ticket) && (
        <Thanks rating={ticket.rating} onChange={ticket.can_rate ? () => setIsRating(true) : undefined} />
      )}
      {isRating && !ticket.can_rate && ticket.rating_until && <Over at={ticket.rating_until} />}
      {ticket.can_reopen && <Again ticket={ticket} onDecline={() => setIsDeclining(true)} />}
    </>
  );
}

/** Anybody may type anybody's address, and programs follow links: only a person's click says whose words these are. */
export function Who({ number }: { number: string }) {
  const { t } = useWords();
  const own = usePortalAct(number, "own");
  return (
    <section className={css.verdict} aria-label={t("portal.who.title")}>
      <h2>{t("portal.who.title")}</h2>
      <p className={css.help}>{t("portal.who.text")}</p>
      <Refusal error={own.error} />
      <div className={css.choices}>
        <Button size="large" loading={own.isPending} onClick={() => own.mutate(undefined)}>
          {t("portal.who.yes")}
        </Button>
      </div>
    </section>
  );
}

function Solved({ ticket, onDecline }: { ticket: PortalTicket; onDecline: () => void }) {
  const { t } = useWords();
  const confirm = usePortalAct(ticket.number, "confirm");
  return (
    <section className={css.verdict} aria-label={t("portal.verdict.title")}>
      <h2>{t("portal.verdict.title")}</h2>
      <p className={css.help}>{t("portal.verdict.text")}</p>
      <Refusal error={confirm.error} />
      <div className={css.choices}>
        <Button
          type="primary"
          size="large"
          loading={confirm.isPending}
          onClick={() => confirm.mutate(undefined)}
          icon={<Icon name="check" />}
        >
          {t("portal.verdict.confirm")}
        </Button>
        {ticket.can_reopen && (
          <Button size="large" onClick={onDecline}>
            {t("portal.verdict.decline")}
          </Button>
        )}
      </div>
    </section>
  );
}

/** What was taken up again is no occasion for thanks. */
const hasEnded = ({ phase }: PortalTicket) => phase === "resolved" || phase === "closed";

/** A ticket closed too long ago is not taken up again: another follows it. */
const isFollowed = ({ reopen_until }: PortalTicket) => reopen_until !== null && Date.parse(reopen_until) < Date.now();

interface NotSolvedProps {
  ticket: PortalTicket;
  onBack: () => void;
  onFollowUp: (number: string) => void;
}

/** Nothing is reopened without a word of what is still wrong, so not by a second tap either. */
function NotSolved({ ticket, onBack, onFollowUp }: NotSolvedProps) {
  const { t } = useWords();
  const { number } = ticket;
  const [text, setText] = useKept(`draft.portal.${number}.wrong`, "");
  const reopen = usePortalAct(number, "reopen");
  const send = () =>
    reopen.mutate(
      { text: text.trim(), files: [] },
      {
        onSuccess: (after) => {
          setText("");
          if (after.number === number) onBack();
          else onFollowUp(after.number);
        },
      },
    );
  return (
    <section className={css.verdict} aria-label={t("portal.decline.title")}>
      <h2>{t("portal.decline.title")}</h2>
      <p className={css.help}>{t(isFollowed(ticket) ? "portal.decline.text_new" : "portal.decline.text")}</p>
      <TextArea
        value={text}
        aria-label={t("portal.decline.label")}
        placeholder={t("portal.decline.label")}
        autoFocus
        maxLength={100_000}
        autoSize={{ minRows: 3, maxRows: 10 }}
        onChange={(event) => setText(event.target.value)}
      />
      <Refusal error={reopen.error} />
      <div className={css.choices}>
        <Button type="primary" size="large" disabled={text.trim() === ""} loading={reopen.isPending} onClick={send}>
          {t(isFollowed(ticket) ? "portal.decline.send_new" : "portal.decline.send")}
        </Button>
        <Button size="large" type="text" onClick={onBack}>
          {t("common.cancel")}
        </Button>
      </div>
    </section>
  );
}

const SCORES = [1, 2, 3, 4, 5] as const;

interface RatingProps {
  ticket: PortalTicket;
  suggested: number | undefined;
  onDone: () => void;
}

function Rating({ ticket, suggested, onDone }: RatingProps) {
  const { t, minute } = useWords();
  const [score, setScore] = useState(suggested ?? ticket.rating ?? 0);
  const [comment, setComment] = useState("");
  const rate = usePortalAct(ticket.number, "rate");
  return (
    <section className={css.verdict} aria-label={t("portal.rate.title")}>
      <h2>{t("portal.rate.title")}</h2>
      {ticket.rating_until && <p className={css.help}>{t("portal.rate.until", { at: minute(ticket.rating_until) })}</p>}
      <div className={css.stars} role="radiogroup" aria-label={t("portal.rate.label")}>
        {SCORES.map((each) => (
          <label key={each} className={css.star} data-lit={each <= score || undefined}>
            <input
              type="radio"
              name="score"
              className="visually-hidden"
              checked={score === each}
              onChange={() => setScore(each)}
              aria-label={t(`portal.rate.score.${each}`)}
            />
            <Icon name="star" size={22} />
          </label>
        ))}
      </div>
      {score > 0 && <p className={css.help}>{t(`portal.rate.score.${score}`)}</p>}
      <TextArea
        value={comment}
        aria-label={t("portal.rate.comment")}
        placeholder={t("portal.rate.comment")}
        maxLength={2_000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => setComment(event.target.value)}
      />
      <Refusal error={rate.error} />
      <Button
        type="primary"
        size="large"
        disabled={score === 0}
        loading={rate.isPending}
        onClick={() => rate.mutate({ score, comment }, { onSuccess: onDone })}
      >
        {t("portal.rate.send")}
      </Button>
    </section>
  );
}

function Thanks({ rating, onChange }: { rating: number; onChange: (() => void) | undefined }) {
  const { t } = useWords();
  return (
    <div className={`${css.verdict} ${css.thanks}`} role="status">
      {t("portal.rate.thanks", { score: rating })}
      {onChange && (
        <Button type="link" onClick={onChange}>
          {t("portal.rate.change")}
        </Button>
      )}
    </div>
  );
}

function Over({ at }: { at: string }) {
  const { t, minute } = useWords();
  return (
    <p className={css.verdict} role="status">
      {t("portal.rate.over", { at: minute(at) })}
    </p>
  );
}

function Again({ ticket, onDecline }: { ticket: PortalTicket; onDecline: () => void }) {
  const { t, minute } = useWords();
  return (
    <p className={css.again}>
      <Button size="large" onClick={onDecline}>
        {t(isFollowed(ticket) ? "portal.verdict.again_new" : "portal.verdict.again")}
      </Button>
      {ticket.reopen_until && !isFollowed(ticket) && (
        <span className={css.help}>{t("portal.verdict.until", { at: minute(ticket.reopen_until) })}</span>
      )}
    </p>
  );
}
