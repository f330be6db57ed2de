import { Link, useParams } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { type DragEvent, useState } from "react";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Avatar } from "@/ui/marks/avatar";
import { Icon } from "@/ui/marks/icon";
import { PhasePill } from "@/ui/marks/phase-pill";
import { PriorityMark } from "@/ui/marks/priority-mark";
import type { Section } from "../list/arrange";
import { Clock } from "../list/cells";
import { GroupName } from "../list/group-name";
import type { TicketRow } from "../slice";
import type { BoardGroup } from "./board";
import css from "./board.module.css";

const DRAGGED = "application/x-gongdan-ticket";

interface LaneProps {
  lane: Section;
  group: BoardGroup;
  /** Keys of all lanes, in their order. */
  lanes: readonly string[];
  onMove: (number: string, to: string) => void;
  isMoving: (number: string) => boolean;
}

/** A lane takes cards that are dropped on it; the menu of a card does the same without a mouse. */
export function Lane({ lane, group, lanes, onMove, isMoving }: LaneProps) {
  const { t } = useWords();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const number = event.dataTransfer.getData(DRAGGED);
    if (number) onMove(number, lane.key);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what dropping does, the menu of each card does too
    <section
      className={css.lane}
      data-lane={lane.key || "none"}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setIsOver(false)}
      onDrop={drop}
    >
      <h2 className={css.head}>
        <GroupName group={group} value={lane.key} />
        <span className={css.count}>{lane.rows.length}</span>
      </h2>
      {lane.rows.length === 0 && <p className={css.empty}>{t("queue.board.empty")}</p>}
      <ol className={css.cards}>
        {lane.rows.map((row) => (
          <Card
            key={row.number}
            row={row}
            group={group}
            lanes={lanes}
            onMove={onMove}
            isMoving={isMoving(row.number)}
            here={lane.key}
          />
        ))}
      </ol>
    </section>
  );
}

interface CardProps extends Pick<LaneProps, "group" | "lanes" | "onMove"> {
  row: TicketRow;
  here: string;
  isMoving: boolean;
}

function Card({ row, group, lanes, onMove, isMoving, here }: CardProps) {
  const { t, local } = useWords();
  const names = useNames();
  const { view } = useParams({ strict: false });
  const priority = names.priority(row.priority);
  const items = lanes
    .filter((key) => key !== here)
    .map((key) => ({ key: `lane ${key}`, label: <GroupName group={group} value={key} /> }));
  return (
    <li
      className={css.card}
      draggable
      data-number={row.number}
      data-moving={isMoving || undefined}
      data-edge={row.escalation ?? undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, row.number);
        event.dataTransfer.effectAllowed = "move";
      }}
    >
      <div className={css.top}>
        <PriorityMark rank={priority.rank} colour={priority.colour} name={local(priority.name)} />
        <span className={css.number}>{row.number}</span>
        <Dropdown
          trigger={["click"]}
          menu={{ items, onClick: ({ key }) => onMove(row.number, key.slice("lane ".length)) }}
        >
          <Button
            type="text"
            size="small"
            aria-label={t("queue.board.move_one", { title: row.title })}
            title={t("queue.board.move")}
            icon={<Icon name="swap" size={14} />}
          />
        </Dropdown>
      </div>
      <Link
        to="/tickets/$number"
        params={{ number: row.number }}
        search={{ in: view }}
        className={css.title}
        draggable={false}
      >
        {row.title}
      </Link>
      <div className={css.foot}>
        <span className={css.requester}>{row.requester.name}</span>
        <Clock row={row} names={names} />
        {group === "assignee" ? (
          <PhasePill phase={row.phase} name={local(names.status(row.status, row.type).name)} plain />
        ) : (
          row.assignee && <Avatar name={row.assignee.name} size={22} />
        )}
      </div>
    </li>
  );
}
