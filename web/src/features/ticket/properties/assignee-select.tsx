import { useLoads } from "@/lib/api/loads";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Avatar } from "@/ui/marks/avatar";
import { may } from "../queries";
import css from "./properties.module.css";
import { type OpenProps, Property, type PropertyProps, SEARCHABLE } from "./property";

const NOBODY = 0;

/** Oneself and the members of the ticket's team come first; each with whether they are there, and what they have. */
export function AssigneeSelect({ ticket, act, ...open }: PropertyProps & OpenProps) {
  const { t } = useWords();
  const names = useNames();
  const me = useMe();
  const loads = useLoads(open.isOpen);
  const inTeam = (teams: string[]) => Number(ticket.team !== null && teams.includes(ticket.team));
  const isThere = (presence: string) => Number(presence === "available");
  const members = names.directory.members
    .filter((each) => each.active)
    .sort(
      (a, b) =>
        Number(b.id === me.person_id) - Number(a.id === me.person_id) ||
        inTeam(b.teams) - inTeam(a.teams) ||
        isThere(b.presence) - isThere(a.presence),
    );
  return (
    <Property
      label={t("common.field.assignee")}
      {...SEARCHABLE}
      {...open}
      optionLabelProp="short"
      value={ticket.assignee?.id ?? NOBODY}
      disabled={!may(ticket, "assign")}
      options={[
        { value: NOBODY, search: t("queue.nobody"), label: t("queue.nobody"), short: t("queue.nobody") },
        ...members.map((each) => ({
          value: each.id,
          search: each.name,
          short: <Person name={each.name} presence={each.presence} />,
          label: (
            <span className={css.candidate}>
              <Person name={each.name} presence={each.presence} />
              <span className={css.load}>
                {[t(`shell.presence.${each.presence}`), loads && t("ticket.in_hand", { n: loads.get(each.id) ?? 0 })]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
          ),
        })),
      ]}
      onChange={(id) => {
        const member = names.member(id);
        const assignee = member ? { id: member.id, name: member.name } : null;
        return act({ do: "assign", body: { assignee_id: id === NOBODY ? null : id } }, { assignee });
      }}
    />
  );
}

function Person({ name, presence }: { name: string; presence: string }) {
  return (
    <span className={css.option}>
      <Avatar name={name} size={18} presence={presence} />
      {name}
    </span>
  );
}
