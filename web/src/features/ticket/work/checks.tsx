/** What is gone through before a ticket is resolved by hand: ticked, or not applicable and why. */
import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import type { Act } from "@/features/ticket/acting/actions/use-act";
import { type Check, may, type Ticket } from "@/features/ticket/queries";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { StateTag } from "@/ui/marks/state-tag";
import css from "./checks.module.css";

interface ChecksProps {
  ticket: Ticket;
  act: Act;
}

/** Items that people fill in and of which nobody said anything yet: they keep a handler from resolving. */
export const openChecks = ({ checks }: Ticket): Check[] =>
  checks.filter((each) => each.filled_by === "person" && each.state === "open");

export function Checks({ ticket, act }: ChecksProps) {
  const { t } = useWords();
  return (
    <ul className={css.checks} aria-label={t("ticket.checks.title")}>
      {ticket.checks.map((check) => (
        <li key={check.key}>
          {check.filled_by === "promises" ? (
            <Promised check={check} ticket={ticket} act={act} />
          ) : (
            <Ticked check={check} ticket={ticket} act={act} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** The same in a dialog whose step they bind. */
export function CheckBlock({ ticket, act }: ChecksProps) {
  const { t } = useWords();
  if (ticket.checks.length === 0) return null;
  return (
    <section className={css.block}>
      <h3>{t("ticket.checks.title")}</h3>
      <Checks ticket={ticket} act={act} />
    </section>
  );
}

interface CheckProps extends ChecksProps {
  check: Check;
}

type Said = Pick<Check, "state" | "reason">;

function useSay({ ticket, act, check }: CheckProps) {
  return ({ state, reason }: Said) =>
    act(
      { do: "check", body: { items: [{ item: check.key, state: state === "on_time" ? "open" : state, reason }] } },
      { checks: ticket.checks.map((each) => (each.key === check.key ? { ...each, state, reason } : each)) },
    );
}

function Ticked(props: CheckProps) {
  const { check, ticket } = props;
  const { t, local } = useWords();
  const say = useSay(props);
  const [isAsking, setIsAsking] = useState(false);
  const mayCheck = may(ticket, "check");
  const refused = async (reason: string) => {
    setIsAsking(false);
    await say({ state: "not_applicable", reason });
  };
  return (
    <>
      <div className={css.line}>
        <Checkbox
          className={css.name}
          checked={check.state === "done"}
          indeterminate={check.state === "not_applicable"}
          disabled={!mayCheck}
          onChange={(event) => say({ state: event.target.checked ? "done" : "open", reason: "" })}
        >
          {local(check.name)}
        </Checkbox>
        {mayCheck && check.state === "open" && !isAsking && (
          <Button
            type="link"
            size="small"
            aria-label={t("ticket.checks.not_applicable_of", { name: local(check.name) })}
            onClick={() => setIsAsking(true)}
          >
            {t("ticket.checks.not_applicable")}
          </Button>
        )}
      </div>
      {isAsking && <Reason name={local(check.name)} onSay={refused} onClose={() => setIsAsking(false)} />}
      <SaidBy check={check} />
    </>
  );
}

/** Why it does not apply. */
function Reason({ name, onSay, onClose }: { name: string; onSay: (reason: string) => void; onClose: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  const send = () => reason.trim() && onSay(reason.trim());
  return (
    <div className={css.reason}>
      <Input
        autoFocus
        size="small"
        value={reason}
        maxLength={500}
        aria-label={t("ticket.checks.reason_of", { name })}
        placeholder={t("ticket.checks.reason")}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.stopPropagation();
          if (event.key === "Escape") onClose();
        }}
        onPressEnter={(event) => {
          event.preventDefault();
          send();
        }}
      />
      <Button size="small" type="primary" disabled={!reason.trim()} onClick={send}>
        {t("ticket.checks.keep")}
      </Button>
      <Button size="small" onClick={onClose}>
        {t("common.cancel")}
      </Button>
    </div>
  );
}

/** Who said so, when, and why it does not apply. */
function SaidBy({ check }: { check: Check }) {
  const { t } = useWords();
  const { members } = useNames().directory;
  if (check.state === "open" || check.at === null) return null;
  const who = members.find((each) => each.id === check.person_id)?.name ?? t("events.someone");
  return (
    <p className={css.said}>
      {check.state === "not_applicable" && <>{t("ticket.checks.because", { reason: check.reason })} </>}
      {who} <Ago at={check.at} />
    </p>
  );
}

/** The system's word on what was promised; where it is broken, the cause is asked for. */
function Promised(props: CheckProps) {
  const { check, ticket } = props;
  const { t, local } = useWords();
  const say = useSay(props);
  const isLate = check.state === "late";
  const tone = isLate ? "bad" : "good";
  return (
    <>
      <div className={css.line}>
        <span className={css.name}>{local(check.name)}</span>
        <StateTag tone={tone}>{t(`ticket.checks.state.${check.state}`)}</StateTag>
      </div>
      {isLate && (
        <Select
          size="small"
          className={css.cause}
          aria-label={t("ticket.checks.cause")}
          placeholder={t("ticket.checks.cause")}
          value={check.reason || undefined}
          disabled={!may(ticket, "explain")}
          options={check.causes.map(({ key, name }) => ({ value: key, label: local(name) }))}
          onChange={(reason) => say({ state: "late", reason })}
        />
      )}
    </>
  );
}
