import { useQuery } from "@tanstack/react-query";
import { Button, Form, Select } from "antd";
import { useState } from "react";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { FormPage, FormSection } from "@/ui/form/form-page";
import { Icon } from "@/ui/marks/icon";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table/data-table";
import { PersonSelect, ShiftSelect } from "../members/selects";
import { KeyField, NameFields } from "../named";
import { departmentsQuery, type Team, teamsQuery, useAddTeam, useChangeTeam } from "../queries";

/** The teams that tickets belong to; duty rosters are no place for tickets and stand elsewhere. */
export default function TeamsPage({ id, onOpen }: SectionProps) {
  const { t, local } = useWords();
  const { data, error, refetch } = useQuery(teamsQuery);
  const columns = useColumns();
  const teams = data?.filter(({ is_roster }) => !is_roster);
  if (id) {
    return <TeamEditor id={id} teams={teams} error={error} onRetry={refetch} onClose={() => onOpen()} />;
  }
  return (
    <SettingsPage
      title={t("teams.title")}
      lead={t("teams.lead")}
      actions={
        <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => onOpen("new")}>
          {t("teams.add")}
        </Button>
      }
    >
      <DataTable
        label={t("teams.title")}
        columns={columns}
        rows={teams}
        error={error}
        onRetry={refetch}
        keyOf={(row) => row.key}
        nameOf={(row) => local(row.name)}
        onOpen={(row) => onOpen(row.key)}
        empty={<Empty icon="team" title={t("teams.empty.title")} text={t("teams.empty.text")} />}
      />
    </SettingsPage>
  );
}

function useColumns(): readonly Column<Team>[] {
  const { t, local } = useWords();
  const names = useNames();
  const { data: departments = [] } = useQuery(departmentsQuery);
  const nothing = t("common.nothing");
  const people = (ids: readonly number[]) => ids.map((id) => names.member(id)?.name ?? String(id));
  const department = ({ department: key }: Team) =>
    key ? local(departments.find((each) => each.key === key)?.name) || key : nothing;
  return [
    { key: "name", title: t("teams.name"), cell: (row) => local(row.name), width: "minmax(0, 1.3fr)" },
    { key: "department", title: t("people.department"), cell: department },
    { key: "leads", title: t("teams.leads"), cell: (row) => people(row.leads).join(t("common.list_comma")) || nothing },
    { key: "members", title: t("teams.members"), cell: (row) => row.members.length, isFigure: true, width: "88px" },
    { key: "key", title: t("people.key"), cell: (row) => row.key, isMinor: true },
  ];
}

interface EditorProps {
  id: string;
  teams: readonly Team[] | undefined;
  error: unknown;
  onRetry: () => void;
  onClose: () => void;
}

function TeamEditor({ id, teams, error, onRetry, onClose }: EditorProps) {
  const { t, local } = useWords();
  const team = teams?.find(({ key }) => key === id);
  const isNew = id === "new" && !team;
  return (
    <SettingsPage title={isNew ? t("teams.add") : local(team?.name) || t("teams.title")} onBack={onClose}>
      {isNew || team ? (
        <TeamForm key={id} team={team} onAdded={onClose} />
      ) : (
        <Missing isLoading={!teams} error={error} onRetry={onRetry} />
      )}
    </SettingsPage>
  );
}

function Missing({ isLoading, error, onRetry }: { isLoading: boolean; error: unknown; onRetry: () => void }) {
  const { t } = useWords();
  if (error) return <Failure error={error} onRetry={onRetry} />;
  if (isLoading) return <SkeletonLines count={6} height={44} />;
  return <Empty icon="search" title={t("common.no_page.title")} text={t("common.no_page.text")} />;
}

interface Entered {
  key: string;
  name: Record<string, string>;
  department: string | undefined;
  calendar: string | undefined;
  members: number[];
  leads: number[];
}

const NEW: Entered = {
  key: "",
  name: { "zh-CN": "", en: "" },
  department: undefined,
  calendar: undefined,
  members: [],
  leads: [],
};

const enteredOf = ({ key, name, department, calendar, members, leads }: Team): Entered => ({
  key,
  name,
  department: department ?? undefined,
  calendar: calendar ?? undefined,
  members,
  leads,
});

function TeamForm({ team, onAdded }: { team: Team | undefined; onAdded: () => void }) {
  const { t } = useWords();
  const add = useAddTeam();
  const change = useChangeTeam();
  // What others do to it meanwhile does not wipe out what is being entered: a save on top of it is refused.
  const [kept, setKept] = useState(team);
  const [saves, setSaves] = useState(0);
  const save = async ({ key, name, members, leads, ...rest }: Entered) => {
    const department = rest.department ?? null;
    const calendar = rest.calendar ?? null;
    const people = { members, leads: leads.filter((id) => members.includes(id)) };
    if (!kept) {
      const made = await add.mutateAsync({ key, name, department });
      if (members.length > 0 || calendar) {
        await change.mutateAsync({ key, version: made.version, change: { calendar, ...people } });
      }
      onAdded(); // while it is being saved: nobody is asked whether to leave what is kept
      return;
    }
    const { version } = kept;
    setKept(await change.mutateAsync({ key: kept.key, version, change: { name, department, calendar, ...people } }));
    setSaves(saves + 1);
  };
  return (
    <FormPage<Entered>
      key={saves}
      initial={kept ? enteredOf(kept) : NEW}
      nameOf={(field) => t(`teams.part.${field}`, { defaultValue: "" }) || undefined}
      onSave={save}
    >
      <Fields isNew={!kept} />
    </FormPage>
  );
}

function Fields({ isNew }: { isNew: boolean }) {
  const { t, local } = useWords();
  const { data: departments = [] } = useQuery(departmentsQuery);
  const members = Form.useWatch("members") as number[] | undefined;
  return (
    <>
      <FormSection title={t("teams.section.what")}>
        <NameFields />
        {isNew && <KeyField />}
        <Form.Item name="department" label={t("people.department")} extra={t("teams.department_help")}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            options={departments.map(({ key, name }) => ({ value: key, label: local(name) }))}
          />
        </Form.Item>
      </FormSection>
      <FormSection title={t("teams.section.who")} help={t("teams.section.who_help")}>
        <Form.Item name="members" label={t("teams.members")}>
          <PersonSelect mode="multiple" />
        </Form.Item>
        <Form.Item name="leads" label={t("teams.leads")} extra={t("people.leads_help")}>
          <PersonSelect mode="multiple" among={members ?? []} />
        </Form.Item>
        <Form.Item name="calendar" label={t("people.part.calendar")} extra={t("teams.shift_help")}>
          <ShiftSelect />
        </Form.Item>
      </FormSection>
    </>
  );
}
