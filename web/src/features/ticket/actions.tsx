import { Button, Dropdown } from "antd";
import { useMemo, useState } from "react";
import { type Command as PaletteCommand, useCommands } from "@/lib/commands";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon, type IconName } from "@/ui/icon";
import css from "./actions.module.css";
import { AcceptDialog, CloseDialog, ReopenDialog, ResolveDialog } from "./dialogs";
import type { Ticket } from "./queries";
import type { Act } from "./use-act";

type DialogName = "accept" | "resolve" | "reopen" | "close";

interface Action {
  id: string;
  icon: IconName;
  run: () => void;
}

/** The next right thing as one button; the rest beneath "more". Only what is allowed is shown. */
export function Actions({ ticket, act, isBusy }: { ticket: Ticket; act: Act; isBusy: boolean }) {
  const { t } = useWords();
  const me = useMe();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const isWatching = ticket.watchers.some((each) => each.id === me.person_id);

  const actions = useMemo(() => {
    const { allowed } = ticket;
    const own = { id: me.person_id, name: me.name };
    const watchers = isWatching
      ? ticket.watchers.filter((each) => each.id !== me.person_id)
      : [...ticket.watchers, own];
    const all: (Action | false)[] = [
      allowed.claim && { id: "claim", icon: "hand", run: () => act({ do: "claim", body: null }, { assignee: own }) },
      allowed.accept && { id: "accept", icon: "check", run: () => setDialog("accept") },
      allowed.resolve && { id: "resolve", icon: "check", run: () => setDialog("resolve") },
      allowed.reopen && { id: "reopen", icon: "refresh", run: () => setDialog("reopen") },
      allowed.close && { id: "close", icon: "close", run: () => setDialog("close") },
      {
        id: isWatching ? "unwatch" : "watch",
        icon: "eye",
        run: () => act({ do: "watch", body: { watching: !isWatching } }, { watchers }),
      },
    ];
    return all.filter((each): each is Action => each !== false);
  }, [ticket, me, isWatching, act]);

  useTicketCommands(actions);
  const [main, ...rest] = actions;
  const close = () => setDialog(null);
  return (
    <div className={css.actions}>
      {main && main.id !== "watch" && main.id !== "unwatch" && (
        <Button
          type="primary"
          size="small"
          loading={isBusy}
          onClick={main.run}
          icon={<Icon name={main.icon} size={14} />}
        >
          {t(`ticket.action.${main.id}`)}
        </Button>
      )}
      <Dropdown
        trigger={["click"]}
        menu={{
          items: (main && /watch$/.test(main.id) ? actions : rest).map((each) => ({
            key: each.id,
            icon: <Icon name={each.icon} size={14} />,
            label: t(`ticket.action.${each.id}`),
            onClick: each.run,
          })),
        }}
      >
        <Button type="text" size="small" aria-label={t("ticket.action.more")} icon={<Icon name="more" />} />
      </Dropdown>
      {dialog === "accept" && <AcceptDialog act={act} onClose={close} />}
      {dialog === "resolve" && <ResolveDialog ticket={ticket} act={act} onClose={close} />}
      {dialog === "reopen" && <ReopenDialog act={act} onClose={close} />}
      {dialog === "close" && <CloseDialog act={act} onClose={close} />}
    </div>
  );
}

function useTicketCommands(actions: Action[]): void {
  const { t, locale } = useWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` follows the language
  const commands = useMemo<PaletteCommand[]>(
    () => actions.map(({ id, run }) => ({ id: `ticket.${id}`, title: t(`ticket.action.${id}`), run })),
    [actions, locale],
  );
  useCommands(commands);
}
