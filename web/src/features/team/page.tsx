import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Failure, SkeletonLines, Stale } from "@/ui/states";
import { Assign } from "./assign";
import { EscalatedTable } from "./escalated";
import { Members } from "./members";
import css from "./page.module.css";
import { type Board, boardQuery, type Waiting } from "./queries";
import { WaitingTable } from "./waiting";

/** What a lead looks at: who is there and how much each has, what waits for somebody and why, what is escalated. */
export function TeamPage({ team, title }: { team: string | undefined; title: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(boardQuery(team));
  const [assigning, setAssigning] = useState<Waiting>();
  return (
    <SettingsPage title={title} lead={t("team.lead")}>
      {!data && error && <Failure error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonLines count={10} height={44} />}
      {data && (
        <>
          <Stale error={error} onRetry={refetch} />
          <Figures board={data} />
          <Part title={t("team.waiting.title")}>
            <WaitingTable board={data} onAssign={setAssigning} />
          </Part>
          <Part title={t("team.members.title")}>
            <Members members={data.members} />
          </Part>
          <Part title={t("team.escalated.title")}>
            <EscalatedTable tickets={data.escalated} />
          </Part>
          {assigning && <Assign ticket={assigning} members={data.members} onClose={() => setAssigning(undefined)} />}
        </>
      )}
    </SettingsPage>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={css.part} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

const bounded = (count: number) => (count >= 999 ? "999+" : String(count));

/** Few numbers, to be read from across the room; only what means risk is coloured. */
function Figures({ board }: { board: Board }) {
  const { t } = useWords();
  const there = board.members.filter(({ presence, absent }) => presence === "available" && !absent).length;
  const atRisk = board.members.reduce((sum, { at_risk }) => sum + at_risk, 0);
  const figures = [
    { key: "there", value: `${there} / ${board.members.length}` },
    { key: "waiting", value: bounded(board.waiting_count) },
    { key: "at_risk", value: String(atRisk), tone: atRisk > 0 ? "orange" : undefined },
    { key: "breached", value: bounded(board.breached_count), tone: board.breached_count > 0 ? "red" : undefined },
    { key: "escalated", value: String(board.escalated.length) },
  ];
  return (
    <dl className={css.figures}>
      {figures.map(({ key, value, tone }) => (
        <div key={key} data-tone={tone}>
          <dt>{t(`team.figures.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
