import { useState } from "react";
import { useNames } from "@/lib/directory";
import { useCounting } from "@/lib/words";
import { DueChip } from "@/ui/marks/due-chip";
import { Icon } from "@/ui/marks/icon";
import type { Clock, Ticket } from "../queries";
import css from "./clocks.module.css";

/** What still runs comes first, then what was broken. */
const ORDER: Record<Clock["state"], number> = { running: 0, paused: 1, not_started: 2, met: 3, cancelled: 4 };

const isOpen = ({ state }: Clock) => state === "running" || state === "paused" || state === "not_started";

/**
 * The promises that count: those that run, and of each kind the last one that was broken. Rounds that have ended, of
 * which a ticket that goes from hand to hand has many, are folded away.
 */
export function clocksShown(clocks: readonly Clock[]): { shown: Clock[]; ended: Clock[] } {
  const broken = clocks.filter((each) => !isOpen(each) && each.breached_at !== null);
  const isLast = (clock: Clock) =>
    broken.includes(clock) && !broken.some((each) => each.metric === clock.metric && each.cycle > clock.cycle);
  const sorted = [...clocks].sort((a, b) => ORDER[a.state] - ORDER[b.state] || b.cycle - a.cycle);
  const isShown = (clock: Clock) => isOpen(clock) || isLast(clock);
  return { shown: sorted.filter(isShown), ended: sorted.filter((clock) => !isShown(clock)) };
}

export function Clocks({ ticket }: { ticket: Ticket }) {
  const { t } = useCounting();
  if (ticket.clocks.length === 0) return <p className={css.none}>{t("ticket.clocks.none")}</p>;
  const { shown, ended } = clocksShown(ticket.clocks);
  return (
    <>
      <ClockList clocks={shown} type={ticket.type} />
      {ended.length > 0 && <Ended clocks={ended} type={ticket.type} isOnly={shown.length === 0} />}
    </>
  );
}

/** Hundreds of rounds are drawn only for whoever opens them. */
function Ended({ clocks, type, isOnly }: { clocks: Clock[]; type: string; isOnly: boolean }) {
  const { t } = useCounting();
  const [isOpen, setIsOpen] = useState(isOnly);
  const late = clocks.filter((each) => each.breached_at !== null).length;
  return (
    <details className={css.ended} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t(late > 0 ? "ticket.clocks.ended_late" : "ticket.clocks.ended", { n: clocks.length, late })}</summary>
      {isOpen && <ClockList clocks={clocks} type={type} />}
    </details>
  );
}

function ClockList({ clocks, type }: { clocks: Clock[]; type: string }) {
  return (
    <ul className={css.clocks}>
      {clocks.map((clock) => (
        <ClockLine key={`${clock.metric} ${clock.cycle}`} clock={clock} type={type} />
      ))}
    </ul>
  );
}

function ClockLine({ clock, type }: { clock: Clock; type: string }) {
  const { t, span } = useCounting();
  const name = t(`common.metric.${clock.metric}`);
  return (
    <li className={css.clock} data-state={clock.state}>
      <span className={css.name}>
        {name}
        {clock.cycle > 1 && <span className={css.cycle}>{t("ticket.clocks.cycle", { n: clock.cycle })}</span>}
      </span>
      <State clock={clock} type={type} />
      <span className={css.detail}>
        {targetWords(clock.target, t)}
        {clock.state === "running" && ` · ${t("ticket.clocks.used", { span: span(clock.elapsed_s) })}`}
      </span>
    </li>
  );
}

function State({ clock, type }: { clock: Clock; type: string }) {
  const { t, local, span, exact } = useCounting();
  const names = useNames();
  if (clock.state === "running" || clock.state === "paused") {
    const by = clock.paused_by ? local(names.status(clock.paused_by, type).name) : "";
    const because = clock.state === "paused" ? t("ticket.clocks.paused_by", { status: by }) : undefined;
    return (
      <>
        <DueChip
          due={{
            dueAt: clock.due_at,
            remainingSeconds: clock.remaining_s,
            riskAt: clock.risk_at,
            breached: clock.breached_at !== null,
            pausedBecause: because,
          }}
        />
        {because && <span className={css.because}>{because}</span>}
      </>
    );
  }
  if (clock.state === "met") {
    const late = clock.breached_at !== null;
    return (
      <span className={css.met} data-late={late || undefined} title={clock.met_at ? exact(clock.met_at) : undefined}>
        <Icon name={late ? "alert" : "check"} size={13} />
        {t(late ? "ticket.clocks.met_late" : "ticket.clocks.met", { span: span(clock.elapsed_s) })}
      </span>
    );
  }
  return <span className={css.none}>{t(`ticket.clocks.${clock.state}`)}</span>;
}

/** `60 calendar_minutes` in words; units are those of the policy (spec 03). */
export function targetWords(target: string, t: (key: string, values?: Record<string, unknown>) => string): string {
  const [amount, unit] = target.split(" ");
  const n = Number(amount);
  if (!unit || Number.isNaN(n)) return target;
  const isHours = unit.endsWith("_minutes") && n >= 60 && n % 60 === 0;
  const kind = isHours ? unit.replace("_minutes", "_hours") : unit;
  return t(`common.target.${kind}`, { n: isHours ? n / 60 : n });
}
