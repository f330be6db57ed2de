import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { Avatar } from "@/ui/marks/avatar";
import { Icon, type IconName } from "@/ui/marks/icon";
import { PhasePill } from "@/ui/marks/phase-pill";
import type { Act } from "../acting/actions/use-act";
import { ApprovalSteps } from "../approvals/approval-steps";
import type { Ticket } from "../queries";
import { Relations } from "../relations/relations";
import { Checks, openChecks } from "../work/checks";
import { Reminders } from "../work/reminders";
import { Times } from "../work/times";
import { Clocks } from "./clocks";
import { Fact, Facts, Watchers } from "./facts";
import { FieldValues } from "./field-values";
import css from "./panel.module.css";
import { Triage } from "./triage";
import { WhyMe } from "./why-me";

/** Everything beside the conversation that an answer may need. */
export function Panel({ ticket, act, isPast }: { ticket: Ticket; act: Act; isPast: boolean }) {
  const { t } = useWords();
  const me = useMe();
  const { assignee } = ticket;
  const whose = assignee?.id === me.person_id ? "me" : assignee ? "them" : "nobody";
  const why = t(`ticket.panel.routing.${whose}`, { name: assignee?.name });
  return (
    <aside className={css.panel} aria-label={t("ticket.panel.label")}>
      <Section icon="clock" title={t("ticket.panel.clocks")} isOpen>
        <Clocks ticket={ticket} />
      </Section>
      {ticket.reminders.length > 0 && (
        <Section icon="bell" title={t("ticket.remind.list")} isOpen>
          <Reminders ticket={ticket} act={act} isPast={isPast} />
        </Section>
      )}
      {ticket.checks.length > 0 && (
        <Section icon="check" title={t("ticket.checks.title")} isOpen={openChecks(ticket).length > 0}>
          <Checks ticket={ticket} act={act} />
        </Section>
      )}
      {ticket.approval && (
        <Section icon="check" title={t("ticket.approval.title")} isOpen={ticket.approval.is_here}>
          <ApprovalSteps ticket={ticket} approval={ticket.approval} />
        </Section>
      )}
      <Section icon="user" title={t("ticket.panel.customer")} isOpen>
        <CustomerCard ticket={ticket} />
      </Section>
      {ticket.work && (
        <Section
          icon="clock"
          title={t("ticket.time.label")}
          isOpen={ticket.work.running_since !== null || ticket.work.minutes > 0 || ticket.work.is_lacking}
        >
          <Times ticket={ticket} work={ticket.work} act={act} isPast={isPast} />
        </Section>
      )}
      <Section icon="link" title={t("ticket.relations.title")} isOpen={ticket.links.length > 0}>
        <Relations ticket={ticket} isPast={isPast} />
      </Section>
      <Section icon="list" title={t("ticket.panel.fields")} isOpen={ticket.incomplete.length > 0}>
        <FieldValues ticket={ticket} act={act} />
      </Section>
      <Section icon="tag" title={t("ticket.panel.facts")} isOpen>
        <Facts ticket={ticket} act={act} />
      </Section>
      <Section icon="eye" title={t("ticket.panel.watchers")} isOpen={ticket.watchers.length > 0}>
        <Watchers ticket={ticket} act={act} isPast={isPast} />
      </Section>
      <Guidance type={ticket.type} />
      <Section icon="swap" title={why} isOpen>
        <WhyMe ticket={ticket} />
      </Section>
      <Section icon="search" title={t("ticket.panel.triage")}>
        <Triage ticket={ticket} />
      </Section>
    </aside>
  );
}

function Section({
  icon,
  title,
  isOpen,
  children,
}: {
  icon: IconName;
  title: string;
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={css.section} open={isOpen}>
      <summary className={css.summary}>
        <Icon name={icon} size={14} />
        <h2>{title}</h2>
        <Icon name="down" size={12} className={css.turn} />
      </summary>
      <div className={css.body}>{children}</div>
    </details>
  );
}

/** What the type's owner wants remembered while such a ticket is handled. */
function Guidance({ type }: { type: string }) {
  const { t, local } = useWords();
  const text = local(useNames().types.find((each) => each.key === type)?.guidance);
  if (!text) return null;
  return (
    <Section icon="star" title={t("ticket.panel.guidance")}>
      <p className={css.guidance}>{text}</p>
    </Section>
  );
}

function CustomerCard({ ticket }: { ticket: Ticket }) {
  const { t, local } = useWords();
  const names = useNames();
  const { customer } = ticket;
  return (
    <>
      <div className={css.person}>
        <Avatar name={customer.name} size={32} />
        <div className={css.grow}>
          <p className={css.strong}>{customer.name}</p>
          <p className={css.quiet}>{customer.organisations.map((each) => each.name).join(t("common.list_comma"))}</p>
        </div>
        {customer.tier && (
          <span className={css.tier}>{t(`common.tier.${customer.tier}`, { defaultValue: customer.tier })}</span>
        )}
      </div>
      <dl className={css.facts}>
        {customer.mails.length > 0 && <Fact name={t("ticket.customer.mail")}>{customer.mails.join("\n")}</Fact>}
        {customer.phones.length > 0 && <Fact name={t("ticket.customer.phone")}>{customer.phones.join("\n")}</Fact>}
      </dl>
      <h3 className={css.heading}>{t("ticket.customer.history")}</h3>
      {customer.history.length === 0 && <p className={css.quiet}>{t("ticket.customer.first")}</p>}
      <ul className={css.history}>
        {customer.history.map((row) => (
          <li key={row.number}>
            <Link to="/tickets/$number" params={{ number: row.number }} className={css.past} title={row.title}>
              <PhasePill phase={row.phase} name={local(names.status(row.status).name)} plain />
              <span className={css.past_title}>{row.title}</span>
              <Ago at={row.updated_at} className={css.quiet} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
