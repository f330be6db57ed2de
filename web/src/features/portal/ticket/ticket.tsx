import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useCounting, useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { PhasePill } from "@/ui/marks/phase-pill";
import { StepBar } from "@/ui/marks/step-bar";
import { Failure, SkeletonLines, Stale } from "@/ui/states";
import { Notice } from "@/ui/states/notice";
import { Back } from "../back";
import portal from "../portal.module.css";
import { isRefusal, type PortalTicket, portalTicketQuery } from "../queries";
import { Refused } from "../refused";
import { FollowUp } from "./follow-up";
import { Messages } from "./messages";
import { Reply } from "./reply";
import css from "./ticket.module.css";
import { Verdict, type Wanted, Who } from "./verdict";

interface TicketProps {
  number: string;
  /** What a link in a mail asked for; it is only offered, never done. */
  wanted: Wanted | undefined;
  score: number | undefined;
  /** The closed ticket that this one was opened in place of. */
  follows: string | undefined;
  onFollowUp: (number: string) => void;
}

export function CustomerTicket({ number, wanted, score, follows, onFollowUp }: TicketProps) {
  const { t } = useWords();
  const [followUp, setFollowUp] = useState<string>();
  const { data, error, isPending, refetch } = useQuery(portalTicketQuery(number));
  if (isPending) return <SkeletonLines count={8} height={64} />;
  if (followUp) return <FollowUp number={followUp} follows={number} onReadable={onFollowUp} />;
  if (isRefusal(error)) return <Refused error={error} />;
  if (!data) return <Failure error={error} onRetry={() => refetch()} />;
  return (
    <article>
      {error && (
        <div className={css.notice}>
          <Stale error={error} onRetry={() => refetch()} />
        </div>
      )}
      {follows && (
        <Notice className={css.notice} type="info" role="status" title={t("portal.follow_up.text", { follows })} />
      )}
      {data.merged_into && (
        <Notice
          className={css.notice}
          type="info"
          role="status"
          title={
            <>
              {t("portal.merged")}{" "}
              <Link to="/portal/tickets/$number" params={{ number: data.merged_into }}>
                {data.merged_into}
              </Link>
            </>
          }
        />
      )}
      <Back />
      <Head ticket={data} />
      <Messages messages={data.messages} />
      <Verdict ticket={data} wanted={wanted} score={score} onFollowUp={setFollowUp} />
      {data.asks_who && <Who number={data.number} />}
      {data.can_reply && <Reply ticket={data} />}
    </article>
  );
}

/** Where it stands, who has it, what comes next. */
function Head({ ticket }: { ticket: PortalTicket }) {
  const { t, local } = useWords();
  const steps = ticket.steps.map(({ status, state, since, goal, limit_at }) => ({
    key: status,
    name: local(ticket.status_names[status]) || status,
    state,
    since,
    goal: local(goal),
    duty: "",
    limit_at,
  }));
  return (
    <header className={css.head}>
      <p className={css.meta}>
        <span className="figures">{ticket.number}</span>
        <span>{local(ticket.type)}</span>
        <Ago at={ticket.created_at} />
      </p>
      <h1 className={portal.title}>{ticket.title}</h1>
      <div className={css.progress}>
        <StepBar steps={steps} label={t("common.steps")} isFull />
        <dl className={css.facts}>
          <div>
            <dt>{t("portal.ticket.status")}</dt>
            <dd>
              <PhasePill phase={ticket.phase} name={local(ticket.status)} plain />
            </dd>
          </div>
          <div>
            <dt>{t("portal.ticket.responsible")}</dt>
            <dd>{ticket.responsible ?? t("portal.ticket.nobody")}</dd>
          </div>
          <Promised label={t("portal.ticket.answer_due")} at={ticket.answer_due_at} />
          <Promised label={t("portal.ticket.solution_due")} at={ticket.solution_due_at} />
          <div className={css.wide}>
            <dt>{t("portal.ticket.next")}</dt>
            <dd>{local(ticket.next_step)}</dd>
          </div>
        </dl>
      </div>
    </header>
  );
}

/** What was promised and when; a promise that was not kept says so. */
function Promised({ label, at }: { label: string; at: string | null }) {
  const { t, minute, now } = useCounting();
  if (!at) return null;
  const isLate = Date.parse(at) < now.getTime();
  return (
    <div>
      <dt>{label}</dt>
      <dd className={isLate ? css.late : undefined}>
        {t(isLate ? "portal.ticket.late" : "portal.ticket.by", { at: minute(at) })}
      </dd>
    </div>
  );
}
