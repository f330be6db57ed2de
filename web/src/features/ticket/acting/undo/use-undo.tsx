/**
 * Taking back what one did to a ticket: offered where a deed is told, in the ticket's menu, and by Ctrl/Cmd+Z. What was
 * taken back is told by name, with what stays, and can be brought back.
 */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useCallback, useMemo } from "react";
import { type Command, may, type Ticket, ticketQuery } from "@/features/ticket/queries";
import { api, type Schemas, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/api/wish";
import { isTyping, useHotkeys } from "@/lib/hotkeys";
import { useWords } from "@/lib/words";
import { useVoice } from "@/ui/states/voice";
import { saidNames } from "./said";

/** Deeds that are told with an offer to take them back. The others are seen where they are made, or only say something. */
const OFFERED: ReadonlySet<Command["do"]> = new Set([
  "assign",
  "move",
  "accept",
  "resolve",
  "reopen",
  "close",
  "claim",
  "macro",
]);

const SHOWN_S = 5;

/** As a menu shows them. */
export const UNDO_KEYS = `${/Mac/.test(navigator.platform) ? "⌘" : "Ctrl"} Z`;

interface Undoing {
  /** Takes back the command that made this version; without one, one's own last. */
  takeBack: (of: number | null) => Promise<void>;
  /** Tells a deed, and offers to take it back where that is possible. */
  told: (command: Command, before: number, after: number, done: string | undefined) => void;
}

/** `nameOf` says what a field is called. */
export function useUndo(number: string, nameOf: (field: string) => string): Undoing {
  const { t, problem } = useWords();
  const { message } = useVoice();
  const client = useQueryClient();
  const { mutateAsync } = useTakeBack(number);
  const key = `undo.${number}`;

  const offer = useCallback(
    (words: React.ReactNode, button: string, run: () => void) => {
      const press = () => {
        message.destroy(key);
        run();
      };
      const content = (
        <>
          {words}
          <Button type="link" size="small" onClick={press}>
            {button}
          </Button>
        </>
      );
      message.success({ key, duration: SHOWN_S, content });
    },
    [key, message],
  );

  const takeBack = useCallback(
    async (of: number | null, isRedo = false): Promise<void> => {
      try {
        const { version, ...outcome } = await mutateAsync(of);
        const list = (names: readonly string[]) => saidNames(names).map(nameOf).join(t("common.list_comma"));
        const undone = list(outcome.undone);
        const stays = list(outcome.stays);
        const words = (
          <>
            {t(`ticket.undo.${isRedo ? "redone" : "done"}${undone ? "" : "_else"}`, { fields: undone })}
            {stays && t("ticket.undo.stays", { fields: stays })}
          </>
        );
        offer(words, t(`ticket.undo.${isRedo ? "undo" : "redo"}`), () => void takeBack(version, !isRedo));
      } catch (error) {
        message.error({ key, duration: SHOWN_S, content: [problem(error).title, problem(error).remedy].join(" ") });
      }
    },
    [key, message, mutateAsync, nameOf, offer, problem, t],
  );

  const told = useCallback<Undoing["told"]>(
    (command, before, after, done) => {
      const now = client.getQueryData(ticketQuery(number).queryKey);
      const isOffered = OFFERED.has(command.do) && after > before && now !== undefined && may(now, "undo");
      if (isOffered)
        offer(done ?? t(`ticket.undo.did.${command.do}`), t("ticket.undo.undo"), () => void takeBack(after));
      else if (done) message.success(done);
    },
    [client, message, number, offer, t, takeBack],
  );
  return useMemo(() => ({ takeBack, told }), [takeBack, told]);
}

/** The keys of the page; where somebody types they are the browser's own. */
export function useUndoKeys(ticket: Ticket, takeBack: Undoing["takeBack"]): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.shiftKey || isTyping(event.target) || !may(ticket, "undo")) return;
    event.preventDefault();
    void takeBack(null);
  };
  useHotkeys({ "mod+z": onKey });
}

function useTakeBack(number: string) {
  const client = useQueryClient();
  const { queryKey } = ticketQuery(number);
  return useMutation({
    mutationFn: (of: number | null): Promise<Schemas["UndoOutcome"]> => {
      const version = client.getQueryData(queryKey)?.version;
      return asOneWish([number, "undo", of, version], (headers) =>
        unwrap(
          api.POST("/api/v1/tickets/{number}/undo", {
            params: { path: { number } },
            body: { of },
            headers,
          }),
        ),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
