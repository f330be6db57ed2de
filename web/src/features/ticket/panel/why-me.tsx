import type { Schemas } from "@/lib/api";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { Avatar } from "@/ui/marks/avatar";
import type { Ticket } from "../queries";
import css from "./panel.module.css";

type Decision = Schemas["RoutingDecision"];
type Candidate = Schemas["Candidate"];

/** The ledger of routing: who was chosen, by what rule, for which reasons, and who was left out why. Newest first. */
export function WhyMe({ ticket }: { ticket: Ticket }) {
  const { t } = useWords();
  if (ticket.routing.length === 0) return <p className={css.quiet}>{t("ticket.routing.none")}</p>;
  return (
    <ol className={css.list}>
      {[...ticket.routing].reverse().map((decision) => (
        <li key={`${decision.at} ${decision.step}`}>
          <DecisionItem decision={decision} />
        </li>
      ))}
    </ol>
  );
}

function DecisionItem({ decision }: { decision: Decision }) {
  const { t, local } = useWords();
  const names = useNames();
  const team = decision.chosen_team ? local(names.name("team", decision.chosen_team)) : null;
  const chosen = decision.step === "team" ? team : decision.chosen?.name;
  return (
    <>
      <p className={css.line}>
        <span className={css.strong}>
          {chosen ? t(`ticket.routing.${decision.step}`, { chosen }) : t("ticket.routing.nobody")}
        </span>
        <Ago at={decision.at} className={css.quiet} />
      </p>
      <p className={css.quiet}>
        {t(`ticket.routing.way.${decision.way}`, { defaultValue: decision.way })}
        {decision.rule && ` · ${t("events.rule", { rule: local(names.name("routing", decision.rule)) })}`}
      </p>
      <ul className={css.sentences}>
        {decision.reasons.map((reason) => (
          <li key={local(reason)}>{local(reason)}</li>
        ))}
      </ul>
      {decision.candidates.length > 0 && (
        <ul className={css.candidates} aria-label={t("ticket.routing.candidates")}>
          {[...decision.candidates].sort(byFitness).map((candidate) => (
            <CandidateItem
              key={candidate.person.id}
              candidate={candidate}
              isChosen={candidate.person.id === decision.chosen?.id}
            />
          ))}
        </ul>
      )}
    </>
  );
}

/** Eligible ones first, by their score. */
function byFitness(a: Candidate, b: Candidate): number {
  const score = (each: Candidate) => Number(each.detail?.score ?? 0);
  return Number(a.removed_by !== null) - Number(b.removed_by !== null) || score(b) - score(a);
}

function CandidateItem({ candidate, isChosen }: { candidate: Candidate; isChosen: boolean }) {
  const { t } = useWords();
  const parts = Object.entries(candidate.detail ?? {}).filter(([, value]) => typeof value === "number");
  return (
    <li
      className={css.candidate}
      data-out={candidate.removed_by !== null || undefined}
      data-chosen={isChosen || undefined}
    >
      <Avatar name={candidate.person.name} size={20} />
      <span>{candidate.person.name}</span>
      <span className={css.quiet}>
        {candidate.removed_by
          ? t(`ticket.routing.removed.${candidate.removed_by}`, { defaultValue: candidate.removed_by })
          : t("ticket.routing.load", { n: candidate.load })}
      </span>
      {parts.length > 0 && (
        <span className={css.parts}>
          {parts
            .map(([part, value]) => `${t(`ticket.routing.part.${part}`, { defaultValue: part })} ${round(value)}`)
            .join(" · ")}
        </span>
      )}
    </li>
  );
}

function round(value: unknown): number {
  return Math.round(Number(value) * 100) / 100;
}
