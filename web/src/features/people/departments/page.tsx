import { useQuery } from "@tanstack/react-query";
import { Button, Form, Select } from "antd";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { Icon } from "@/ui/marks/icon";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Column, DataTable, type RowAction } from "@/ui/table/data-table";
import { PersonSelect } from "../members/selects";
import { KeyField, NameFields } from "../named";
import {
  type Department,
  departmentsQuery,
  teamsQuery,
  useAddDepartment,
  useChangeDepartment,
  useRemoveDepartment,
} from "../queries";
import css from "./departments.module.css";
import { type Branch, placesFor, treeOf } from "./tree";

/** The departments, each below the one that it belongs to. */
export default function DepartmentsPage({ id, onOpen }: SectionProps) {
  const { t, local } = useWords();
  const { data, error, refetch } = useQuery(departmentsQuery);
  const columns = useColumns();
  const remove = useRemove();
  const open = data?.find(({ key }) => key === id);
  const actionsOf = (row: Branch): readonly RowAction[] => [
    { key: "remove", label: t("departments.remove"), isDangerous: true, run: () => remove(row) },
  ];
  return (
    <SettingsPage
      title={t("departments.title")}
      lead={t("departments.lead")}
      actions={
        <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => onOpen("new")}>
          {t("departments.add")}
        </Button>
      }
    >
      <DataTable
        label={t("departments.title")}
        columns={columns}
        rows={data && treeOf(data)}
        error={error}
        onRetry={refetch}
        keyOf={(row) => row.key}
        nameOf={(row) => local(row.name)}
        onOpen={(row) => onOpen(row.key)}
        actionsOf={actionsOf}
        empty={<Empty icon="team" title={t("departments.empty.title")} text={t("departments.empty.text")} />}
      />
      {data && (open || id === "new") && (
        <DepartmentDialog key={id} department={open} all={data} onClose={() => onOpen()} />
      )}
    </SettingsPage>
  );
}

function useColumns(): readonly Column<Branch>[] {
  const { t, local } = useWords();
  const names = useNames();
  const { data: teams = [] } = useQuery(teamsQuery);
  const nothing = t("common.nothing");
  const team = (key: string) => local(teams.find((each) => each.key === key)?.name) || key;
  return [
    {
      key: "name",
      title: t("departments.name"),
      cell: (row) => (
        <span className={css.name} style={{ "--depth": row.depth } as React.CSSProperties}>
          {local(row.name)}
        </span>
      ),
      width: "minmax(0, 1.4fr)",
    },
    {
      key: "head",
      title: t("departments.head"),
      cell: ({ head_id }) => (head_id && names.member(head_id)?.name) || nothing,
    },
    {
      key: "teams",
      title: t("departments.teams"),
      cell: (row) => row.teams.map(team).join(t("common.list_comma")) || nothing,
      width: "minmax(0, 1.6fr)",
    },
  ];
}

interface Entered {
  key: string;
  name: Record<string, string>;
  parent?: string;
  head_id?: number;
}

interface DialogProps {
  department: Department | undefined;
  all: readonly Department[];
  onClose: () => void;
}

function DepartmentDialog({ department, all, onClose }: DialogProps) {
  const { t, local } = useWords();
  const add = useAddDepartment();
  const change = useChangeDepartment();
  const send = ({ key, name, parent = undefined, head_id = undefined }: Entered) => {
    const body = { name, parent: parent ?? null, head_id: head_id ?? null };
    if (!department) return add.mutateAsync({ key, ...body });
    return change.mutateAsync({ key: department.key, version: department.version, change: body });
  };
  const initial = department && {
    name: department.name,
    parent: department.parent ?? undefined,
    head_id: department.head_id ?? undefined,
  };
  const places = placesFor(all, department?.key);
  return (
    <FormDialog<Entered>
      title={department ? t("departments.edit_of", { name: local(department.name) }) : t("departments.add")}
      send={department ? t("common.form.save") : t("departments.add")}
      initial={initial}
      onSend={send}
      onClose={onClose}
    >
      <NameFields />
      {!department && <KeyField />}
      <Form.Item name="parent" label={t("departments.parent")} extra={t("departments.parent_help")}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          options={places.map(({ key, name, depth }) => ({ value: key, label: "\u2003".repeat(depth) + local(name) }))}
        />
      </Form.Item>
      <Form.Item name="head_id" label={t("departments.head")} extra={t("departments.head_help")}>
        <PersonSelect />
      </Form.Item>
    </FormDialog>
  );
}

function useRemove() {
  const { t, local, problem } = useWords();
  const { message, modal } = useVoice();
  const remove = useRemoveDepartment();
  return async ({ key, name, version }: Department) => {
    const words = {
      title: t("departments.remove_title", { name: local(name) }),
      content: t("departments.remove_text"),
    };
    const buttons = {
      okText: t("departments.remove"),
      cancelText: t("common.cancel"),
      okButtonProps: { danger: true },
    };
    if (!(await modal.confirm({ ...words, ...buttons }))) return;
    remove.mutate(
      { key, version },
      {
        onSuccess: () => message.success(t("departments.removed")),
        onError: (error) => message.error([problem(error).title, problem(error).remedy].join(" ")),
      },
    );
  };
}
