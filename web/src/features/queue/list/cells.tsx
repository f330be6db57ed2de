/** What a row shows in its columns. */
import type { ReactNode } from "react";
import type { Names } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useCounting, useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { Avatar } from "@/ui/marks/avatar";
import { type Due, DueChip } from "@/ui/marks/due-chip";
import { PhasePill } from "@/ui/marks/phase-pill";
import type { TicketRow } from "../slice";
import css from "./row.module.css";

interface CellProps {
  row: TicketRow;
  names: Names;
}

function Status({ row, names }: CellProps) {
  const { local } = useWords();
  const status = names.status(row.status, row.type);
  return <PhasePill phase={row.phase} name={local(status.name)} plain />;
}

/** Which promise runs out next, or why all stand still. At risk is what the server calls so, here as in its view. */
export function dueOf(row: TicketRow): Due | null {
  const { breached } = row;
  if (row.next_due_at) return { dueAt: row.next_due_at, riskAt: row.risk_at };
  const isOver = row.phase === "resolved" || row.phase === "closed";
  return row.paused && !isOver ? { dueAt: null, riskAt: row.risk_at, breached } : null;
}

export function Clock({ row, names }: CellProps) {
  const { t, local } = useWords();
  const due = dueOf(row);
  if (!due) return null;
  if (due.dueAt) return <DueChip due={due} label={t(`common.metric.${row.next_due_metric}`)} quiet />;
  const status = local(names.status(row.status, row.type).name);
  return (
    <span className={css.paused} data-late={due.breached || undefined} title={t("queue.paused_by", { status })}>
      {t(due.breached ? "queue.paused_late" : "queue.paused", { status })}
    </span>
  );
}

function Assignee({ row }: CellProps) {
  const { t } = useWords();
  return (
    <>
      {row.assignee ? <Avatar name={row.assignee.name} size={22} /> : <span className={css.nobody} />}
      <span className={css.assignee_name}>{row.assignee?.name ?? t("queue.nobody")}</span>
    </>
  );
}

/** Who spoke last, and how long ago; that somebody waits for an answer is told from that it was answered. */
function LastWord({ row, names }: CellProps) {
  const { t, ago, exact, now } = useCounting();
  const me = useMe();
  const word = row.last_word;
  if (!word) return null;
  const member = word.person_id === null ? undefined : names.member(word.person_id);
  const who = word.person_id === me.person_id ? t("queue.word.me") : (member?.name ?? t(`queue.word.${word.by}`));
  const title = row.customer_waiting_at
    ? t("queue.waiting_since", { at: exact(row.customer_waiting_at) })
    : t("queue.word.said", { who, at: exact(word.at) });
  return (
    <time dateTime={word.at} title={title} data-waits={row.customer_waiting_at !== null || undefined}>
      {`${who} ${ago(word.at, now)}`}
    </time>
  );
}

function Named({ name }: { name: ReactNode }) {
  return <>{name}</>;
}

/** By the keys of the columns. What is no cell of its own (mark, subject, tags) stands in the subject. */
export const CELLS = {
  number: ({ row }: CellProps) => <Named name={row.number} />,
  type: ({ row, names }: CellProps) => <Named name={useWords().local(names.name("type", row.type))} />,
  category: ({ row, names }: CellProps) => <Named name={useWords().local(names.name("category", row.category))} />,
  requester: ({ row }: CellProps) => <Named name={row.requester.name} />,
  tier: ({ row }: CellProps) => <Named name={row.tier === "normal" ? "" : row.tier.toUpperCase()} />,
  team: ({ row, names }: CellProps) => <Named name={useWords().local(names.name("team", row.team))} />,
  status: Status,
  last_word: LastWord,
  due: Clock,
  assignee: Assignee,
  channel: ({ row }: CellProps) => <Named name={useWords().t(`common.channel.${row.channel}`)} />,
  created: ({ row }: CellProps) => <Ago at={row.created_at} />,
  updated: ({ row }: CellProps) => <Ago at={row.updated_at} />,
} as const;

export type CellKey = keyof typeof CELLS | "tags";

export const isCell = (key: CellKey): key is keyof typeof CELLS => key in CELLS;
