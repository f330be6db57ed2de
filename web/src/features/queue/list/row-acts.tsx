/** What is done to one ticket from its row: at once, and told; watching can be taken back where it is told. */
import { Button } from "antd";
import { lazy, Suspense, useCallback, useState } from "react";
import { useWords } from "@/lib/words";
import { useVoice } from "@/ui/states/voice";
import { markOwn } from "../live";
import { useActFromList } from "../queries";
import type { TicketRow } from "../slice";
import type { RowAct } from "./row";

const AssignDialog = lazy(() => import("../bulk/assign-dialog").then((part) => ({ default: part.AssignDialog })));

export function useRowActs() {
  const { t, problem } = useWords();
  const { message } = useVoice();
  const { mutateAsync } = useActFromList();
  const [assigned, setAssigned] = useState<TicketRow>();

  const onAct = useCallback(
    (what: RowAct, { number, ...row }: TicketRow) => {
      const refused = (error: unknown) =>
        message.error([problem(error).title, problem(error).remedy].filter(Boolean).join(" "));
      // The stream may tell it before the answer is there, and the last row takes the list along: it is said all the same.
      const run = (what: "claim" | "watch" | "unwatch", done: React.ReactNode) =>
        mutateAsync({ number, what }).then(({ version }) => {
          markOwn(number, version);
          message.success({ key: number, duration: 6, content: done });
        }, refused);
      if (what === "assign") return setAssigned({ number, ...row });
      if (what === "claim") return void run("claim", t("queue.claimed", { number }));
      const undo = () => {
        message.destroy(number);
        void run("unwatch", t("queue.unwatched", { number }));
      };
      void run(
        "watch",
        <>
          {t("queue.watched", { number })}
          <Button type="link" size="small" onClick={undo}>
            {t("queue.bulk.undo")}
          </Button>
        </>,
      );
    },
    [mutateAsync, message, problem, t],
  );
  const dialog = (
    <Suspense>{assigned && <AssignDialog row={assigned} onClose={() => setAssigned(undefined)} />}</Suspense>
  );
  return { onAct, dialog };
}
