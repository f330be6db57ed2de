import { Button, Dropdown, Space } from "antd";
import { type ReactNode, useMemo } from "react";
import { waiting } from "@/features/ticket/approvals/queries";
import type { Command, Ticket } from "@/features/ticket/queries";
import { may } from "@/features/ticket/queries";
import { useMedia } from "@/lib/browser/media";
import { useHotkeys } from "@/lib/hotkeys";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { type Command as PaletteCommand, useCommands } from "@/ui/commands";
import { Icon, type IconName } from "@/ui/marks/icon";
import { UNDO_KEYS, useUndo, useUndoKeys } from "../undo/use-undo";
import css from "./actions.module.css";
import type { DialogName } from "./dialogs";
import { type Act, useFieldName } from "./use-act";

interface Action {
  id: string;
  icon: IconName;
  /** Key that does the same on this page. */
  hint?: string;
  run: () => void;
}

interface ActionsProps {
  ticket: Ticket;
  act: Act;
  isBusy: boolean;
  onAsk: (dialog: DialogName) => void;
}

/** Actions whose name is long: beside a title that needs the room they have a shorter one. */
const SHORT = new Set(["take_thanks", "confirm_for", "follow_up"]);

/** The next right thing as one button; the rest beneath "more". Only what is allowed is shown. */
export function Actions({ ticket, act, isBusy, onAsk }: ActionsProps) {
  const { t } = useWords();
  const { takeBack } = useUndo(ticket.number, useFieldName());
  useUndoKeys(ticket, takeBack);
  const actions = useActions(ticket, act, onAsk, takeBack);
  useTicketCommands(actions);
  useHotkeys(Object.fromEntries(actions.flatMap(({ hint, run }) => (hint ? [[hint.toLowerCase(), run]] : []))));
  const isNarrow = useMedia("(max-width: 1439px)");
  const main = actions.find(({ id }) => isNext(id, ticket));
  return (
    <div className={css.actions}>
      {main && (
        <MainButton isAccept={main.id === "accept"} act={act} onAsk={onAsk}>
          <Button
            type="primary"
            size="small"
            className={css.main}
            title={t(`ticket.action.${main.id}`)}
            loading={isBusy}
            onClick={main.run}
            icon={<Icon name={main.icon} size={14} />}
          >
            {isNarrow && SHORT.has(main.id) ? t(`ticket.action_short.${main.id}`) : t(`ticket.action.${main.id}`)}
          </Button>
        </MainButton>
      )}
      <Dropdown
        trigger={["click"]}
        menu={{
          items: actions
            .filter((each) => each !== main)
            .map((each) => ({
              key: each.id,
              icon: <Icon name={each.icon} size={14} />,
              label: t(`ticket.action.${each.id}`),
              extra: each.hint,
              onClick: each.run,
            })),
        }}
      >
        <Button type="text" size="small" aria-label={t("ticket.action.more")} icon={<Icon name="more" />} />
      </Dropdown>
    </div>
  );
}

/**
 * Who may close at any time does not always want to: what nobody has solved is closed from beneath "more". Nor is it
 * ever the next thing to take up again what was solved, or to solve what waits for others to agree.
 */
const isNext = (id: string, ticket: Ticket) =>
  !/watch$|snooze$|_time$|^(macros|remind|reopen|readers|undo|print|trash|spam)$/.test(id) &&
  (id !== "close" || ticket.phase === "resolved") &&
  (id !== "resolve" || !waiting(ticket));

/** In the trash or among spam it lies still. */
const isAway = ({ shelf }: Ticket) => shelf === "trash" || shelf === "spam";

function useActions(
  ticket: Ticket,
  act: Act,
  onAsk: (dialog: DialogName) => void,
  takeBack: (of: null) => unknown,
): Action[] {
  const me = useMe();
  return useMemo(() => {
    const own = { id: me.person_id, name: me.name };
    const others = ticket.watchers.filter((each) => each.id !== me.person_id);
    const isWatching = others.length < ticket.watchers.length;
    const claim = () => act({ do: "claim", body: null }, { assignee: own });
    const put =
      (shelf: "trash" | "spam", out = false) =>
      () =>
        act({ do: shelf, body: { out } });
    const all: (Action | false)[] = [
      may(ticket, "untrash") && { id: "untrash", icon: "back", run: put("trash", true) },
      may(ticket, "unspam") && { id: "unspam", icon: "back", run: put("spam", true) },
      ticket.confirmation_offered_at !== null &&
        may(ticket, "confirm_for") && { id: "take_thanks", icon: "check", run: () => act(takeThanks(ticket)) },
      may(ticket, "follow_up") && { id: "follow_up", icon: "user", run: () => onAsk("follow_up") },
      may(ticket, "confirm") && { id: "confirm", icon: "check", run: () => act({ do: "confirm", body: null }) },
      may(ticket, "rate") && { id: "rate", icon: "star", run: () => onAsk("rate") },
      may(ticket, "claim") && { id: "claim", icon: "hand", hint: "C", run: claim },
      may(ticket, "accept") && { id: "accept", icon: "check", hint: "A", run: () => act(ACCEPT) },
      may(ticket, "resolve") && { id: "resolve", icon: "check", hint: "D", run: () => onAsk("resolve") },
      may(ticket, "confirm_for") && { id: "confirm_for", icon: "check", run: () => onAsk("confirm_for") },
      may(ticket, "reopen") && { id: "reopen", icon: "refresh", run: () => onAsk("reopen") },
      may(ticket, "close") && { id: "close", icon: "close", run: () => onAsk("close") },
      !isAway(ticket) && {
        id: isWatching ? "unwatch" : "watch",
        icon: "eye",
        run: () =>
          act({ do: "watch", body: { watching: !isWatching } }, { watchers: isWatching ? others : [...others, own] }),
      },
      ticket.snooze
        ? { id: "unsnooze", icon: "moon", run: () => act({ do: "snooze", body: { out: true } }, { snooze: null }) }
        : may(ticket, "snooze") && { id: "snooze", icon: "moon", hint: "Z", run: () => onAsk("snooze") },
      may(ticket, "remind") && { id: "remind", icon: "bell", run: () => onAsk("remind") },
      ticket.work?.running_since
        ? { id: "stop_time", icon: "pause", run: () => act({ do: "watch_time", body: { do: "stop" } }) }
        : may(ticket, "time") && {
            id: "start_time",
            icon: "clock",
            run: () => act({ do: "watch_time", body: { do: "start" } }),
          },
      may(ticket, "record_time") && { id: "record_time", icon: "history", run: () => onAsk("record_time") },
      !isAway(ticket) &&
        (may(ticket, "note") || may(ticket, "edit")) && {
          id: "macros",
          icon: "play",
          hint: "M",
          run: () => onAsk("macros"),
        },
      may(ticket, "undo") && { id: "undo", icon: "back", hint: UNDO_KEYS, run: () => takeBack(null) },
      { id: "print", icon: "list", run: () => window.print() },
      may(ticket, "spam") && { id: "spam", icon: "alert", run: put("spam") },
      may(ticket, "trash") && { id: "trash", icon: "trash", run: put("trash") },
      me.permissions.includes("people.read") && { id: "readers", icon: "lock", run: () => onAsk("readers") },
    ];
    return all.filter((each): each is Action => each !== false);
  }, [ticket, me, act, onAsk, takeBack]);
}

/** The customer's own words of thanks stand on the ticket: they are the confirmation. */
const takeThanks = ({ channel }: Ticket): Command => ({
  do: "confirm_for",
  body: { channel: channel === "mail" || channel === "phone" ? channel : "chat", call: "", note: "" },
});

const ACCEPT = { do: "accept", body: { promised_at: null } } as const;
const PROMISES_MIN = [30, 60, 120, 240] as const;

interface MainButtonProps extends Pick<ActionsProps, "act" | "onAsk"> {
  isAccept: boolean;
  children: ReactNode;
}

/** Accepting is one press; beside it, a promise to the customer. */
function MainButton({ isAccept, act, onAsk, children }: MainButtonProps) {
  const { t, span } = useWords();
  if (!isAccept) return children;
  const promise = (minutes: number) =>
    act({ do: "accept", body: { promised_at: new Date(Date.now() + minutes * 60_000).toISOString() } });
  const items = PROMISES_MIN.map((minutes) => ({
    key: String(minutes),
    label: t("ticket.accept.within", { span: span(minutes * 60) }),
    onClick: () => promise(minutes),
  }));
  const until = { key: "until", label: t("ticket.accept.until"), onClick: () => onAsk("accept") };
  return (
    <Space.Compact>
      {children}
      <Dropdown trigger={["click"]} menu={{ items: [...items, until] }}>
        <Button
          type="primary"
          size="small"
          aria-label={t("ticket.accept.with_promise")}
          icon={<Icon name="down" size={12} />}
        />
      </Dropdown>
    </Space.Compact>
  );
}

function useTicketCommands(actions: Action[]): void {
  const { t } = useWords();
  const commands = useMemo<PaletteCommand[]>(
    () => actions.map(({ id, hint, run }) => ({ id: `ticket.${id}`, title: t(`ticket.action.${id}`), hint, run })),
    [actions, t],
  );
  useCommands(commands);
}
