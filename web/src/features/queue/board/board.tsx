import { Button } from "antd";
import { useEffect, useMemo } from "react";
import { type Names, useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Failure } from "@/ui/states";
import { type Group, orderedKeys, sectionsOf } from "../list/arrange";
import type { Display } from "../list/display";
import type { More } from "../queries";
import type { TicketRow } from "../slice";
import css from "./board.module.css";
import { Lane } from "./lane";
import { useMoves } from "./moves";

/** More cards than this are asked for, not loaded by themselves. */
const LOADED_AT_MOST = 200;

export type BoardGroup = Exclude<Group, "priority">;

interface BoardProps {
  rows: readonly TicketRow[];
  total: number | null;
  display: Display;
  more: More;
}

/** The tickets of a list as cards, in lanes by status or by whose they are. */
export function Board({ rows, display, more }: BoardProps) {
  const { t } = useWords();
  const names = useNames();
  const me = useMe();
  const group: BoardGroup = display.group === "assignee" ? "assignee" : "status";
  const { shown, move, isMoving } = useMoves(rows, group);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = more;
  const wants = hasNextPage && !isFetchingNextPage && !isFetchNextPageError && rows.length < LOADED_AT_MOST;
  useEffect(() => {
    if (wants) void fetchNextPage();
  }, [wants, fetchNextPage]);

  const lanes = useMemo(() => {
    const found = new Map(sectionsOf(shown, group, names, me.person_id).map(({ key, rows: own }) => [key, own]));
    const types = new Set(shown.map(({ type }) => type));
    const keys = new Set([...lanesOf(group, names, types, [...found.keys()]), ...found.keys()]);
    return orderedKeys([...keys], group, names, me.person_id).map((key) => ({ key, rows: found.get(key) ?? [] }));
  }, [shown, group, names, me.person_id]);
  const keys = lanes.map(({ key }) => key);

  return (
    <div className={css.board} data-scroll-restoration-id="board">
      {lanes.map((lane) => (
        <Lane key={lane.key} lane={lane} group={group} lanes={keys} onMove={move} isMoving={isMoving} />
      ))}
      {isFetchNextPageError && <Failure error={more.error} onRetry={() => fetchNextPage()} />}
      {hasNextPage && rows.length >= LOADED_AT_MOST && (
        <Button className={css.more} loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t("queue.board.more", { n: rows.length })}
        </Button>
      )}
    </div>
  );
}

/**
 * Lanes that stand there though nothing is in them: where one of these tickets can go, by the workflows of their types;
 * of an empty list, by that of the first type. People only if the list has theirs.
 */
function lanesOf(group: BoardGroup, names: Names, types: ReadonlySet<string>, found: readonly string[]): string[] {
  if (group === "assignee") return ["", ...found];
  const [first] = names.types;
  const theirs = names.types.filter((each) => (types.size === 0 ? each === first : types.has(each.key)));
  const drawn = theirs.flatMap(({ workflow }) => names.directory.statuses[workflow] ?? []);
  const keys = new Set(drawn.map(({ key }) => String(key)));
  return names.statusKeys.filter((key) => keys.has(key) && names.status(key).phase !== "closed");
}
