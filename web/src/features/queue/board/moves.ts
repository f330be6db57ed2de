/** Cards that were moved stand where they were put until the server says; refused, they go back, with its words. */
import { useMemo, useState } from "react";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { useVoice } from "@/ui/states/voice";
import { shared } from "../list/arrange";
import { markOwn } from "../live";
import { type RowDeed, useActFromList } from "../queries";
import type { TicketRow } from "../slice";
import type { BoardGroup } from "./board";

export function useMoves(rows: readonly TicketRow[], group: BoardGroup) {
  const { t, problem } = useWords();
  const { message } = useVoice();
  const names = useNames();
  const { mutateAsync } = useActFromList();
  const [meant, setMeant] = useState<Readonly<Record<string, string>>>({});

  const shown = useMemo(
    () => rows.map((row) => (row.number in meant ? put(row, group, meant[row.number] ?? "", names) : row)),
    [rows, meant, group, names],
  );

  const move = async (number: string, to: string) => {
    const row = rows.find((each) => each.number === number);
    if (!row || shared(row, group) === to || number in meant) return;
    setMeant((all) => ({ ...all, [number]: to }));
    try {
      const { version } = await mutateAsync(deedOf(number, group, to));
      markOwn(number, version);
      message.success({ key: number, content: t("queue.board.moved", { number }) });
    } catch (refusal) {
      const { title, remedy } = problem(refusal);
      message.error([t("queue.board.back", { number }), title, remedy].filter(Boolean).join(" "));
    } finally {
      setMeant(({ [number]: _over, ...others }) => others);
    }
  };
  return { shown, move, isMoving: (number: string) => number in meant };
}

function deedOf(number: string, group: BoardGroup, to: string): RowDeed {
  if (group === "status") return { number, what: "move", to };
  return { number, what: "assign", assignee_id: to === "" ? null : Number(to) };
}

/** As it will stand, if it is allowed. */
function put(row: TicketRow, group: BoardGroup, to: string, names: ReturnType<typeof useNames>): TicketRow {
  if (group === "status") return { ...row, status: to, phase: names.status(to, row.type).phase };
  const name = names.member(Number(to))?.name ?? "";
  return { ...row, assignee: to === "" ? null : { id: Number(to), name } };
}
