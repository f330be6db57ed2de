import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { type Command, type Ticket, ticketQuery, useSend } from "@/features/ticket/queries";
import { Problem } from "@/lib/api";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { RefusalDetail } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { useUndo } from "../undo/use-undo";
import { BothValues } from "./both-values";

/** `onRefused`: who asked says the refusal where it was asked; else a message does, for a while. */
export type Act = (
  command: Command,
  guess?: Partial<Ticket>,
  done?: string,
  onRefused?: (error: unknown) => void,
) => Promise<boolean>;

/** The same assignment, meant for someone whose capacity is used up; null where that was not the trouble. */
function aboveCapacity(command: Command, error: unknown): Command | null {
  const isFull = error instanceof Problem && error.code === "ticket.capacity_reached";
  if (!isFull || command.do !== "assign" || command.body.above_capacity) return null;
  return { do: "assign", body: { ...command.body, above_capacity: true } };
}

/** What a 412 tells: who changed which fields, and the version that is current now. */
export interface Changed {
  by: string[];
  fields: string[];
  version: number | undefined;
}

export function changedOf(error: unknown): Changed | null {
  if (!(error instanceof Problem) || error.status !== 412) return null;
  const { by, fields, version } = error.members;
  const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : value == null ? [] : [String(value)]);
  return {
    by: texts(by),
    fields: texts(fields),
    version: typeof version === "number" ? version : undefined,
  };
}

/** What a field is called, by the path under which the server speaks of it. */
export function useFieldName(): (field: string) => string {
  const { t, local } = useWords();
  const names = useNames();
  return useCallback(
    (field) => (field.startsWith("fields.") ? local(names.name("field", field.slice(7))) : t(`common.field.${field}`)),
    [t, local, names],
  );
}

/** Words for what somebody else changed in the meantime. */
export function useChangedWords(): (changed: Changed) => string {
  const { t } = useWords();
  const nameOf = useFieldName();
  return useCallback(
    ({ by, fields }) => {
      const comma = t("common.list_comma");
      const who = by.join(comma) || t("events.someone");
      return t("ticket.conflict.text", { by: who, fields: fields.map(nameOf).join(comma) });
    },
    [t, nameOf],
  );
}

/**
 * Does something to a ticket: the guess shows at once and is taken back, visibly, when it is refused. If somebody else
 * changed the same thing meanwhile, that is shown and the person decides whether to send again.
 */
export function useAct(ticket: Ticket): { act: Act; isBusy: boolean } {
  const { message, modal } = useVoice();
  const { t, problem } = useWords();
  const words = useChangedWords();
  const nameOf = useFieldName();
  const { mutateAsync, isPending } = useSend(ticket.number);
  const client = useQueryClient();
  const { number } = ticket;
  const { told } = useUndo(number, nameOf);
  const seen = useRef(ticket.version);
  seen.current = ticket.version;

  const act = useCallback<Act>(
    (wanted, guess, done, onRefused) => {
      const attempt = async (command: Command, version: number | undefined): Promise<boolean> => {
        try {
          const before = seen.current;
          told(command, before, (await mutateAsync({ command, guess, version })).version, done);
        } catch (error) {
          const changed = changedOf(error);
          if (changed) return (await asksAgain(changed)) && attempt(command, changed.version);
          const above = aboveCapacity(command, error);
          if (above) return (await asksAbove(error)) && attempt(above, version);
          if (onRefused) onRefused(error);
          else message.error({ content: <Refused error={error} nameOf={nameOf} />, duration: 8 });
          return false;
        }
        return true;
      };
      const asksAgain = async (changed: Changed) => {
        const theirs = await client.fetchQuery(ticketQuery(number)).catch(() => undefined);
        return modal.confirm({
          title: t("ticket.conflict.title"),
          content: (
            <>
              <p>{words(changed)}</p>
              {theirs && <BothValues fields={changed.fields} theirs={theirs} wanted={wanted} nameOf={nameOf} />}
            </>
          ),
          okText: t("ticket.conflict.resend"),
          cancelText: t("ticket.conflict.keep"),
          autoFocusButton: "cancel",
        });
      };
      const asksAbove = (error: unknown) =>
        modal.confirm({
          title: problem(error).title,
          content: t("ticket.above_capacity.text"),
          okText: t("ticket.above_capacity.send"),
        });
      return attempt(wanted, seen.current);
    },
    [client, message, modal, mutateAsync, nameOf, number, problem, t, told, words],
  );
  return { act, isBusy: isPending };
}

function Refused({ error, nameOf }: { error: unknown; nameOf: (field: string) => string }) {
  const { problem } = useWords();
  return (
    <>
      <b>{problem(error).title}</b>
      <div>
        <RefusalDetail error={error} nameOf={nameOf} />
      </div>
    </>
  );
}
