import { Button, Input } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/icon";
import { Refusal } from "@/ui/states";
import { type PortalTicket, usePortalAct } from "./queries";
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
    return <NotSolved number={ticket.number} onBack={() => setIsDeclining(false)} onFollowUp={onFollowUp} />;
  if (ticket.can_confirm) return <Solved ticket={ticket} onDecline={() => setIsDeclining(true)} />;
  if (ticket.can_rate && (ticket.rating === null || isRating))
    return <Rating ticket={ticket} suggested={score} onDone={() => setIsRating(false)} />;
  return (
    <>
      {ticket.rating !== null && (
        <Thanks rating={ticket.rating} onChange={ticket.can_rate ? () => setIsRating(true) : undefined} />
      )}
      {isRating && !ticket.can_rate && ticket.rating_until && <Over at={ticket.rating_until} />}
      {ticket.can_reopen && <Again onDecline={() => setIsDeclining(true)} />}
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

interface NotSolvedProps {
  number: string;
  onBack: () => void;
  onFollowUp: (number: string) => void;
}

function NotSolved({ number, onBack, onFollowUp }: NotSolvedProps) {
  const { t } = useWords();
  const [text, setText] = useState("");
  const reopen = usePortalAct(number, "reopen");
  const send = () =>
    reopen.mutate(
      { text: text.trim(), files: [] },
      { onSuccess: (ticket) => (ticket.number === number ? onBack() : onFollowUp(ticket.number)) },
    );
  return (
    <section className={css.verdict} aria-label={t("portal.decline.title")}>
      <h2>{t("portal.decline.title")}</h2>
      <p className={css.help}>{t("portal.decline.text")}</p>
      <Input.TextArea
        value={text}
        aria-label={t("portal.decline.label")}
        placeholder={t("portal.decline.label")}
        autoSize={{ minRows: 3, maxRows: 10 }}
        onChange={(event) => setText(event.target.value)}
      />
      <Refusal error={reopen.error} />
      <div className={css.choices}>
        <Button type="primary" size="large" loading={reopen.isPending} onClick={send}>
          {t("portal.decline.send")}
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
  const { t, exact } = useWords();
  const [score, setScore] = useState(suggested ?? ticket.rating ?? 0);
  const [comment, setComment] = useState("");
  const rate = usePortalAct(ticket.number, "rate");
  return (
    <section className={css.verdict} aria-label={t("portal.rate.title")}>
      <h2>{t("portal.rate.title")}</h2>
      {ticket.rating_until && <p className={css.help}>{t("portal.rate.until", { at: exact(ticket.rating_until) })}</p>}
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
      <Input.TextArea
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
    <div className={css.verdict} role="status">
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
  const { t, exact } = useWords();
  return (
    <p className={css.verdict} role="status">
      {t("portal.rate.over", { at: exact(at) })}
    </p>
  );
}

function Again({ onDecline }: { onDecline: () => void }) {
  const { t } = useWords();
  return (
    <Button type="link" onClick={onDecline}>
      {t("portal.verdict.again")}
    </Button>
  );
}
