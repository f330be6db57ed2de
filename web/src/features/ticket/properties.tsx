import { type RefSelectProps, Select } from "antd";
import { useEffect, useRef } from "react";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Avatar } from "@/ui/avatar";
import { PhasePill } from "@/ui/phase-pill";
import { PriorityMark } from "@/ui/priority-mark";
import { CategorySelect } from "./category-select";
import type { DialogName } from "./dialogs";
import css from "./properties.module.css";
import type { Ticket } from "./queries";
import { may } from "./queries";
import type { Act } from "./use-act";

export const COMMON = {
  size: "small",
  variant: "borderless",
  popupMatchSelectWidth: false,
  className: css.select,
  suffixIcon: null,
} as const;
export const SEARCHABLE = { showSearch: { optionFilterProp: "search" } } as const;

/** Properties that a key opens. */
export type Opened = "status" | "assignee";

export interface PropertiesProps extends PropertyProps {
  onAsk: (dialog: DialogName) => void;
  opened: Opened | null;
  onOpened: (opened: Opened | null) => void;
}

/** What a ticket is and whose: every value is changed where it stands, at once, and taken back if it is refused. */
export function Properties({ ticket, act, onAsk, opened, onOpened }: PropertiesProps) {
  const opens = (name: Opened) => ({
    isOpen: opened === name,
    onOpen: (open: boolean) => onOpened(open ? name : null),
  });
  return (
    <div className={css.properties}>
      <StatusSelect ticket={ticket} act={act} onAsk={onAsk} {...opens("status")} />
      <PrioritySelect ticket={ticket} act={act} />
      <TypeSelect ticket={ticket} act={act} />
      <CategorySelect ticket={ticket} act={act} />
      <TeamSelect ticket={ticket} act={act} />
      <AssigneeSelect ticket={ticket} act={act} {...opens("assignee")} />
    </div>
  );
}

export interface PropertyProps {
  ticket: Ticket;
  act: Act;
}

interface OpenProps {
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}

/** A select that a key opens as a press does. */
function useOpenable({ isOpen, onOpen }: OpenProps) {
  const ref = useRef<RefSelectProps>(null);
  useEffect(() => {
    if (isOpen) ref.current?.focus();
  }, [isOpen]);
  return { ref, open: isOpen, onOpenChange: onOpen };
}

export function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the select inside
    <label className={css.property}>
      <span className={css.label}>{label}</span>
      {children}
    </label>
  );
}

/** Resolving and closing ask first, wherever they are chosen. */
function StatusSelect({ ticket, act, onAsk, ...open }: PropertyProps & OpenProps & Pick<PropertiesProps, "onAsk">) {
  const { t, local } = useWords();
  const names = useNames();
  const openable = useOpenable(open);
  const move = (to: string) => {
    const { phase } = names.status(to, ticket.type);
    if (phase === "resolved" && may(ticket, "resolve")) return onAsk("resolve");
    if (phase === "closed" && may(ticket, "close")) return onAsk("close");
    void act({ do: "move", body: { to } }, { status: to, phase });
  };
  const option = (key: string) => {
    const status = names.status(key, ticket.type);
    return { value: key, label: <PhasePill phase={status.phase} name={local(status.name)} plain /> };
  };
  return (
    <Labelled label={t("common.field.status")}>
      <Select
        {...COMMON}
        {...openable}
        value={ticket.status}
        disabled={ticket.moves.length === 0}
        options={[ticket.status, ...ticket.moves.filter((key) => key !== ticket.status)].map(option)}
        onChange={move}
      />
    </Labelled>
  );
}

function PrioritySelect({ ticket, act }: PropertyProps) {
  const { t, local } = useWords();
  const names = useNames();
  return (
    <Labelled label={t("common.field.priority")}>
      <Select
        {...COMMON}
        value={ticket.priority}
        disabled={!may(ticket, "edit")}
        options={names.priorities.map((each) => ({
          value: each.key,
          title: local(each.definition),
          label: (
            <span className={css.option}>
              <PriorityMark rank={each.rank} colour={each.colour} name="" />
              {local(each.name)}
            </span>
          ),
        }))}
        onChange={(priority) => act({ do: "set", body: { priority } }, { priority })}
      />
    </Labelled>
  );
}

function TypeSelect({ ticket, act }: PropertyProps) {
  const { t, local } = useWords();
  const names = useNames();
  return (
    <Labelled label={t("common.field.type")}>
      <Select
        {...COMMON}
        value={ticket.type}
        disabled={!may(ticket, "edit")}
        options={names.types
          .filter((each) => !each.retired || each.key === ticket.type)
          .map((each) => ({ value: each.key, label: local(each.name) }))}
        onChange={(type) => act({ do: "set", body: { type } })}
      />
    </Labelled>
  );
}

const NO_TEAM = "";

function TeamSelect({ ticket, act }: PropertyProps) {
  const { t, local } = useWords();
  const names = useNames();
  return (
    <Labelled label={t("common.field.team")}>
      <Select
        {...COMMON}
        value={ticket.team ?? NO_TEAM}
        disabled={!may(ticket, "assign")}
        options={[
          { value: NO_TEAM, label: t("common.nothing") },
          ...names.directory.teams.map((each) => ({ value: each.key, label: local(each.name) })),
        ]}
        onChange={(chosen) => {
          const team = chosen || null;
          return act({ do: "assign", body: { team } }, { team });
        }}
      />
    </Labelled>
  );
}

const NOBODY = 0;

/** Members of the ticket's team come first. */
function AssigneeSelect({ ticket, act, ...open }: PropertyProps & OpenProps) {
  const { t } = useWords();
  const openable = useOpenable(open);
  const names = useNames();
  const me = useMe();
  const inTeam = (teams: string[]) => Number(ticket.team !== null && teams.includes(ticket.team));
  const members = names.directory.members
    .filter((each) => each.active)
    .sort((a, b) => Number(b.id === me.person_id) - Number(a.id === me.person_id) || inTeam(b.teams) - inTeam(a.teams));
  return (
    <Labelled label={t("common.field.assignee")}>
      <Select
        {...COMMON}
        {...SEARCHABLE}
        {...openable}
        value={ticket.assignee?.id ?? NOBODY}
        disabled={!may(ticket, "assign")}
        options={[
          { value: NOBODY, search: t("queue.nobody"), label: t("queue.nobody") },
          ...members.map((each) => ({
            value: each.id,
            search: each.name,
            label: (
              <span className={css.option}>
                <Avatar name={each.name} size={18} presence={each.presence} />
                {each.name}
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
    </Labelled>
  );
}
