import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Avatar } from "@/ui/marks/avatar";
import { Icon } from "@/ui/marks/icon";
import { StateTag, type Tone } from "@/ui/marks/state-tag";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { type Column, DataTable, type RowAction } from "@/ui/table/data-table";
import { LeavingDialog } from "../leaving/dialog";
import { departmentsQuery, type MadeLink, type Person, peopleQuery, rolesQuery, teamsQuery } from "../queries";
import { PersonEditor } from "./editor";
import { Filters } from "./filters";
import { InvitePerson } from "./invite";
import { LinkMade } from "./link-made";
import css from "./members.module.css";
import { departmentsOf, type Standing, standingOf, wantedOf } from "./standing";
import { useLetIn, useSendLink } from "./wishes";

/** The members of the workspace: who they are, what they may do, and whether they are let in. */
export default function PeoplePage({ id, search, onOpen, onSearch }: SectionProps) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(peopleQuery);
  const [made, setMade] = useState<MadeLink>();
  const columns = useColumns();
  const [leaving, setLeaving] = useState<Person>();
  const actionsOf = useActions(setMade, setLeaving);
  if (id && id !== "new") {
    return <PersonEditor id={id} people={data} error={error} onRetry={refetch} onClose={() => onOpen()} />;
  }
  const isNarrowed = Object.keys(search).length > 0;
  return (
    <SettingsPage
      title={t("people.title")}
      lead={t("people.lead")}
      actions={
        <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => onOpen("new")}>
          {t("people.invite")}
        </Button>
      }
    >
      <Filters wanted={search} onWanted={onSearch} />
      <DataTable
        label={t("people.title")}
        columns={columns}
        rows={data && wantedOf(data, search)}
        error={error}
        onRetry={refetch}
        keyOf={(row) => String(row.id)}
        nameOf={(row) => row.name}
        onOpen={(row) => onOpen(String(row.id))}
        actionsOf={actionsOf}
        empty={
          <Empty
            icon={isNarrowed ? "search" : "user"}
            title={t(isNarrowed ? "people.none.title" : "people.empty.title")}
            text={t(isNarrowed ? "people.none.text" : "people.empty.text")}
          />
        }
      />
      {id === "new" && <InvitePerson onInvited={setMade} onClose={() => onOpen()} />}
      {made && <LinkMade made={made} onClose={() => setMade(undefined)} />}
      {leaving && <LeavingDialog person={leaving} onClose={() => setLeaving(undefined)} />}
    </SettingsPage>
  );
}

const TONES: Record<Standing, Tone> = { active: "good", invited: "busy", inactive: "none" };

function useColumns(): readonly Column<Person>[] {
  const { t, local } = useWords();
  const { data: roles = [] } = useQuery(rolesQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: departments = [] } = useQuery(departmentsQuery);
  const list = (names: readonly string[]) => names.join(t("common.list_comma")) || t("common.nothing");
  const named = (all: readonly { key: string; name: Record<string, string> }[], keys: readonly string[]) =>
    list(keys.map((key) => local(all.find((each) => each.key === key)?.name) || key));
  return [
    { key: "name", title: t("people.name"), cell: (row) => <Who person={row} />, width: "minmax(0, 1.7fr)" },
    { key: "roles", title: t("people.roles"), cell: (row) => named(roles, row.roles) },
    { key: "teams", title: t("people.teams"), cell: (row) => named(teams, row.teams) },
    {
      key: "department",
      title: t("people.department"),
      cell: (row) => list(departmentsOf(row, teams, departments).map(({ name }) => local(name))),
      isMinor: true,
    },
    {
      key: "presence",
      title: t("people.presence"),
      cell: (row) => (row.active ? t(`people.present.${row.presence}`) : t("common.nothing")),
      isMinor: true,
      width: "88px",
    },
    {
      key: "standing",
      title: t("people.standing"),
      cell: (row) => <StateTag tone={TONES[standingOf(row)]}>{t(`people.stands.${standingOf(row)}`)}</StateTag>,
      width: "96px",
    },
  ];
}

function Who({ person: { name, mail, active, presence } }: { person: Person }) {
  return (
    <span className={css.who}>
      <Avatar name={name} size={28} presence={active ? presence : undefined} />
      <span className={css.words}>
        <span>{name}</span>
        <span className={css.mail}>{mail}</span>
      </span>
    </span>
  );
}

/** Nobody shuts themselves out, nor sends themselves a link: their password they change by themselves. */
function useActions(
  onMade: (made: MadeLink) => void,
  onLeaving: (person: Person) => void,
): (row: Person) => readonly RowAction[] {
  const { t } = useWords();
  const me = useMe();
  const send = useSendLink(onMade);
  const letIn = useLetIn();
  return (row) => {
    if (row.id === me.person_id) return [];
    const sending = [
      { key: "link", label: t(row.has_password ? "people.link.reset" : "people.link.again"), run: () => send(row) },
      { key: "show", label: t("people.link.show"), run: () => send(row, true) },
    ];
    const leaving = {
      key: "active",
      label: t(row.active ? "people.shut_out" : "people.let_in"),
      isDangerous: row.active,
      run: () => (row.active ? onLeaving(row) : letIn(row)),
    };
    return row.active ? [...sending, leaving] : [leaving];
  };
}
