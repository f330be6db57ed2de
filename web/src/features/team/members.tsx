import { Suspense, useState } from "react";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useCounting } from "@/lib/words";
import { Avatar } from "@/ui/marks/avatar";
import { Empty } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table/data-table";
import { LeavesDialog } from "./leaves";
import css from "./page.module.css";
import type { MemberWork } from "./queries";

/** Who is there, who is away and who stands in, and how much each has. */
export function Members({ members }: { members: readonly MemberWork[] }) {
  const { t } = useCounting();
  const me = useMe();
  const [leavesOf, setLeavesOf] = useState<MemberWork["person"]>();
  const mayKnow = ({ person, teams }: MemberWork) =>
    person.id === me.person_id ||
    me.permissions.includes("people.manage") ||
    teams.some((team) => me.led_teams.includes(team));
  return (
    <>
      <DataTable
        label={t("team.members.title")}
        columns={useColumns()}
        rows={members}
        keyOf={({ person }) => String(person.id)}
        nameOf={({ person }) => person.name}
        actionsOf={(row) =>
          mayKnow(row) ? [{ key: "leaves", label: t("team.members.leaves"), run: () => setLeavesOf(row.person) }] : []
        }
        empty={<Empty isPart icon="team" title={t("team.members.none.title")} text={t("team.members.none.text")} />}
      />
      {leavesOf && (
        <Suspense fallback={null}>
          <LeavesDialog of={leavesOf} onClose={() => setLeavesOf(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function useColumns(): readonly Column<MemberWork>[] {
  const { t, local, exact } = useCounting();
  const names = useNames();
  const presence = ({ presence, absent, on_shift }: MemberWork) => {
    const shift = on_shift ? "" : t("team.members.off_shift");
    if (!absent) return [t(`shell.presence.${presence}`), shift].filter(Boolean).join(" · ");
    const until = t("team.members.absent", { until: exact(absent.until) });
    return absent.substitute ? `${until} · ${t("team.members.stands_in", { name: absent.substitute.name })}` : until;
  };
  return [
    {
      key: "name",
      title: t("team.members.name"),
      width: "minmax(0, 1.4fr)",
      cell: (row) => (
        <span className={css.person}>
          <Avatar name={row.person.name} size={26} presence={row.absent ? "offline" : row.presence} />
          <span>
            {row.person.name}
            <span className={css.quiet}>
              {row.teams.map((key) => local(names.name("team", key))).join(t("common.list_comma"))}
            </span>
          </span>
        </span>
      ),
    },
    { key: "presence", title: t("team.members.presence"), cell: presence },
    { key: "in_hand", title: t("team.members.in_hand"), width: "88px", isFigure: true, cell: (row) => row.in_hand },
    { key: "open", title: t("team.members.open"), width: "88px", isFigure: true, cell: (row) => row.open },
    {
      key: "at_risk",
      title: t("team.members.at_risk"),
      width: "88px",
      isFigure: true,
      cell: (row) => <span className={row.at_risk > 0 ? css.risk : undefined}>{row.at_risk}</span>,
    },
    {
      key: "breached",
      title: t("team.members.breached"),
      width: "88px",
      isFigure: true,
      cell: (row) => <span className={row.breached > 0 ? css.broken : undefined}>{row.breached}</span>,
    },
  ];
}
