import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { PhasePill } from "@/ui/marks/phase-pill";
import { PriorityMark } from "@/ui/marks/priority-mark";
import type { DialogName } from "../acting/actions/dialogs";
import { may } from "../queries";
import { AssigneeSelect } from "./assignee-select";
import { CategorySelect } from "./category-select";
import css from "./properties.module.css";
import { type OpenProps, Property, type PropertyProps } from "./property";
import { Tags } from "./tags";

/** Properties that a key opens. */
export type Opened = "status" | "assignee";

export interface PropertiesProps extends PropertyProps {
  isPast: boolean;
  onAsk: (dialog: DialogName, to?: string) => void;
  opened: Opened | null;
  onOpened: (opened: Opened | null) => void;
}

/** What a ticket is and whose: every value is changed where it stands, at once, and taken back if it is refused. */
export function Properties({ ticket, act, isPast, onAsk, opened, onOpened }: PropertiesProps) {
  const { t } = useWords();
  const opens = (name: Opened) => ({
    isOpen: opened === name,
    onOpen: (open: boolean) => onOpened(open ? name : null),
  });
  return (
    <fieldset className={css.properties} disabled={isPast}>
      <legend className="visually-hidden">{t("ticket.properties")}</legend>
      <div className={css.line}>
        <StatusSelect ticket={ticket} act={act} onAsk={onAsk} {...opens("status")} />
        <PrioritySelect ticket={ticket} act={act} />
        <CategorySelect ticket={ticket} act={act} />
        <TeamSelect ticket={ticket} act={act} />
        <AssigneeSelect ticket={ticket} act={act} {...opens("assignee")} />
        <Tags ticket={ticket} act={act} />
      </div>
    </fieldset>
  );
}

/** Resolving, closing and what others must approve ask first, wherever they are chosen. */
function StatusSelect({ ticket, act, onAsk, ...open }: PropertyProps & OpenProps & Pick<PropertiesProps, "onAsk">) {
  const { t, local } = useWords();
  const names = useNames();
  const move = (to: string) => {
    const { phase } = names.status(to, ticket.type);
    if (phase === "resolved" && may(ticket, "resolve")) return onAsk("resolve");
    if (ticket.to_approve.includes(to)) return onAsk("ask_approval", to);
    if (phase === "closed" && may(ticket, "close")) return onAsk("close");
    void act({ do: "move", body: { to } }, { status: to, phase });
  };
  const option = (key: string) => {
    const status = names.status(key, ticket.type);
    return { value: key, label: <PhasePill phase={status.phase} name={local(status.name)} plain /> };
  };
  return (
    <Property
      label={t("common.field.status")}
      {...open}
      value={ticket.status}
      disabled={ticket.moves.length === 0}
      options={[ticket.status, ...ticket.moves.filter((key) => key !== ticket.status)].map(option)}
      onChange={move}
    />
  );
}

function PrioritySelect({ ticket, act }: PropertyProps) {
  const { t, local } = useWords();
  const names = useNames();
  return (
    <Property
      label={t("common.field.priority")}
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
  );
}

const NO_TEAM = "";

function TeamSelect({ ticket, act }: PropertyProps) {
  const { t, local } = useWords();
  const names = useNames();
  return (
    <Property
      label={t("common.field.team")}
      isLong
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
  );
}
