import { useCounting } from "@/lib/words";
import css from "./due-chip.module.css";
import { Icon } from "./icon";

/** One promise in time. Exactly one of `dueAt` (it runs) and `remainingSeconds` (it stands) is given. */
export interface Due {
  dueAt: string | null;
  remainingSeconds?: number | null;
  /** From here on the promise is at risk and the chip turns to the warning colour. */
  riskAt?: string | null;
  breached?: boolean;
  /** Why it stands still, in words. */
  pausedBecause?: string;
}

export type DueTone = "calm" | "soon" | "over" | "paused";

export function toneOf(due: Due, now: Date): DueTone {
  if (due.dueAt === null) return due.breached ? "over" : "paused";
  const left = Date.parse(due.dueAt) - now.getTime();
  if (left < 0 || due.breached) return "over";
  return due.riskAt && Date.parse(due.riskAt) <= now.getTime() ? "soon" : "calm";
}

/** The time left in words that a person says; hovering shows the exact instant. */
export function DueChip({ due, label, quiet = false }: { due: Due; label?: string; quiet?: boolean }) {
  const { t, now, span, exact } = useCounting();
  const tone = toneOf(due, now);
  const words = wordsOf(due, now, t, span);
  const title = [label, due.dueAt ? exact(due.dueAt) : "", due.pausedBecause].filter(Boolean).join(" · ");
  return (
    <span className={css.chip} data-tone={tone} data-quiet={quiet || undefined} title={title}>
      <Icon name={tone === "paused" ? "pause" : tone === "over" ? "alert" : "clock"} size={13} />
      {label && <span className={css.label}>{label}</span>}
      <span>{words}</span>
    </span>
  );
}

function wordsOf(
  due: Due,
  now: Date,
  t: (key: string, values?: Record<string, unknown>) => string,
  span: (s: number) => string,
): string {
  if (due.dueAt === null) {
    const left = span(due.remainingSeconds ?? 0);
    return t("common.due.paused", { left });
  }
  const left = (Date.parse(due.dueAt) - now.getTime()) / 1000;
  return left < 0 ? t("common.due.over", { left: span(-left) }) : t("common.due.left", { left: span(left) });
}
