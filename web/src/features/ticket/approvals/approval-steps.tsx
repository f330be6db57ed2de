/** The last approval of a ticket, step by step: who has decided how, and who has not. */
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { Avatar } from "@/ui/marks/avatar";
import { StateTag } from "@/ui/marks/state-tag";
import type { Ticket } from "../queries";
import css from "./approvals.module.css";
import type { Approval, ApprovalStep } from "./queries";

const TONES = { waiting: "busy", passed: "good", declined: "bad", sent_back: "warn", cancelled: "none" } as const;
const CANCELLED = new Set(["withdrawn", "moved", "changed", "retyped", "migrated", "nobody"]);

export function ApprovalSteps({ ticket, approval }: { ticket: Ticket; approval: Approval }) {
  const { t, local } = useWords();
  const names = useNames();
  const { state, because } = approval;
  const why = CANCELLED.has(because) ? t(`ticket.approval.because.${because}`) : because;
  return (
    <>
      <p className={css.head}>
        <StateTag tone={TONES[state]}>{t(`ticket.approval.state.${state}`)}</StateTag>
        <span>{t("ticket.approval.moves_to", { to: local(names.status(approval.to, ticket.type).name) })}</span>
      </p>
      <p className={css.quiet}>
        {t("ticket.approval.asked_by", { name: approval.asked_by })} <Ago at={approval.asked_at} />
      </p>
      {why && state !== "passed" && <p className={css.words}>{why}</p>}
      <ol className={css.steps}>
        {approval.steps.map((step) => (
          <Step key={step.key} step={step} />
        ))}
      </ol>
    </>
  );
}

function Step({ step }: { step: ApprovalStep }) {
  const { t } = useWords();
  const said = (vote: ApprovalStep["votes"][number]) => {
    if (vote.verdict) return t(`ticket.approval.vote.${vote.verdict}`);
    return t(step.state === "current" ? "ticket.approval.vote.open" : "ticket.approval.vote.none");
  };
  return (
    <li className={css.step} data-state={step.state} aria-current={step.state === "current" ? "step" : undefined}>
      <h3 className={css.heading}>
        {step.name}
        {step.votes.length > 1 && <span className={css.quiet}>{t(`ticket.approval.mode.${step.mode}`)}</span>}
      </h3>
      {step.instead && <p className={css.quiet}>{t(`ticket.approval.instead.${step.instead}`)}</p>}
      <ul className={css.votes}>
        {step.votes.map((vote) => (
          <li key={vote.person_id} className={css.vote} data-verdict={vote.verdict ?? "open"}>
            <Avatar name={vote.name} size={20} />
            <span className={css.grow}>
              {vote.name}
              {vote.instead_of && (
                <span className={css.quiet}>{t("ticket.approval.instead_of", { name: vote.instead_of })}</span>
              )}
            </span>
            <span className={css.verdict}>{said(vote)}</span>
            {vote.why && <p className={css.why}>{vote.why}</p>}
          </li>
        ))}
      </ul>
    </li>
  );
}
