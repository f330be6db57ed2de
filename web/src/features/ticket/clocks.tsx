import { useNames } from "@/lib/directory";
import { useCounting } from "@/lib/words";
import { DueChip } from "@/ui/due-chip";
import { Icon } from "@/ui/icon";
import css from "./clocks.module.css";
import type { Clock, Ticket } from "./queries";

/** What still runs comes first; the past is told in one quiet line each. */
const ORDER: Record<Clock["state"], number> = { running: 0, paused: 1, not_started: 2, met: 3, cancelled: 4 };

export function Clocks({ ticket }: { ticket: Ticket }) {
  const { t } = useCounting();
  if (ticket.clocks.length === 0) return <p className={css.none}>{t("ticket.clocks.none")}</p>;
  const sorted = [...ticket.clocks].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  return (
    <ul className={css.clocks}>
      {sorted.map((clock) => (
        <ClockLine key={`${clock.metric} ${clock.cycle}`} clock={clock} type={ticket.type} />
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
