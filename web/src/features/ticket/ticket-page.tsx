import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Tooltip } from "antd";
import { type ReactNode, useState } from "react";
import { useHotkeys } from "@/lib/hotkeys";
import { useWords } from "@/lib/words";
import { FreshAddress } from "@/ui/files";
import { Icon } from "@/ui/icon";
import { Failure, SkeletonLines, Stale } from "@/ui/states";
import { Actions } from "./actions";
import { AsOfBanner, AsOfPicker } from "./as-of";
import { Composer } from "./composer";
import { ActionDialog, type DialogName } from "./dialogs";
import type { WritingMode } from "./drafts";
import { Header } from "./header";
import { Panel } from "./panel";
import { useReportPresence } from "./presence";
import type { Opened } from "./properties";
import { may, type Ticket, ticketQuery } from "./queries";
import { useSeen } from "./seen";
import css from "./ticket-page.module.css";
import { Timeline } from "./timeline";
import { useAct } from "./use-act";
import { useWriting } from "./writing";

interface TicketPageProps {
  number: string;
  asOf: string | undefined;
  onTravel: (at: string | undefined) => void;
  onBack: () => void;
}

/** A ticket whole: head, conversation, composer, and beside them what an answer may need. */
export function TicketPage({ number, asOf, onTravel, onBack }: TicketPageProps) {
  const { data, error, isPending, refetch } = useQuery(ticketQuery(number, asOf));
  const { t } = useWords();
  if (isPending) return <SkeletonLines count={10} height={56} />;
  if (!data) {
    return (
      <Failure error={error} onRetry={() => refetch()}>
        <Button onClick={onBack}>{t("ticket.back")}</Button>
      </Failure>
    );
  }
  const fresh = async (id: string) => {
    const files = (await refetch()).data?.timeline.flatMap((entry) => entry.message?.files ?? []);
    return files?.find((file) => file.id === id)?.url;
  };
  return (
    <FreshAddress value={fresh}>
      <Loaded key={number} ticket={data} asOf={asOf} onTravel={onTravel} onBack={onBack}>
        <Stale error={error} onRetry={() => refetch()} />
      </Loaded>
    </FreshAddress>
  );
}

/** Nobody changes the past; what was read of the present may still stand in for it. */
const NOTHING_ALLOWED = { allowed: {}, moves: [], close_reasons: [], resolving: [] };

interface LoadedProps extends Omit<TicketPageProps, "number"> {
  ticket: Ticket;
  /** What is to be said about the page itself. */
  children: ReactNode;
}

function Loaded({ ticket: current, asOf, onTravel, onBack, children }: LoadedProps) {
  const { t } = useWords();
  const isPast = asOf !== undefined;
  const ticket = isPast ? { ...current, ...NOTHING_ALLOWED } : current;
  const { act, isBusy } = useAct(ticket);
  const seen = useSeen(current);
  const report = useReportPresence(ticket.number);
  const [mode, setMode] = useState<WritingMode>(may(ticket, "reply") ? "reply" : "note");
  const writings = { reply: useWriting(ticket, seen, "reply"), note: useWriting(ticket, seen, "note") };
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  useTicketKeys({ ticket, onBack, onOpened: setOpened, onMode: setMode });

  return (
    <div className={css.page}>
      <div className={css.main}>
        <Header
          ticket={ticket}
          act={act}
          isPast={isPast}
          onBack={onBack}
          onAsk={setDialog}
          opened={opened}
          onOpened={setOpened}
        >
          {!isPast && <Actions ticket={ticket} act={act} isBusy={isBusy} onAsk={setDialog} />}
          <span className={css.travel}>
            <AsOfPicker asOf={asOf} onTravel={onTravel} />
          </span>
          <Tooltip title={t("ticket.panel.label")}>
            <Button
              type="text"
              size="small"
              className={css.toggle}
              aria-label={t("ticket.panel.label")}
              onClick={() => setIsPanelOpen(true)}
              icon={<Icon name="panel" />}
            />
          </Tooltip>
        </Header>
        {children}
        {asOf && <AsOfBanner asOf={asOf} onTravel={onTravel} />}
        <Timeline ticket={ticket} seen={seen} onTravel={onTravel} />
        {!isPast && <Composer ticket={ticket} writings={writings} mode={mode} onMode={setMode} onWriting={report} />}
        {!isPast && <WhyReadOnly ticket={ticket} onReopen={() => setDialog("reopen")} />}
        {dialog && (
          <ActionDialog
            name={dialog}
            ticket={ticket}
            act={act}
            reply={writings.reply}
            onClose={() => setDialog(null)}
          />
        )}
      </div>
      <div className={css.side}>
        <Panel ticket={ticket} act={act} isPast={isPast} />
      </div>
      <Drawer
        open={isPanelOpen}
        onClose={() => setIsPanelOpen(false)}
        title={t("ticket.panel.label")}
        styles={{ body: { padding: 0 } }}
        size={360}
      >
        <Panel ticket={ticket} act={act} isPast={isPast} />
      </Drawer>
    </div>
  );
}

interface KeysProps {
  ticket: Ticket;
  onBack: () => void;
  onOpened: (opened: Opened) => void;
  onMode: (mode: WritingMode) => void;
}

/** Keys of the page; those of its actions stand with them. */
function useTicketKeys({ ticket, onBack, onOpened, onMode }: KeysProps): void {
  const write = (next: WritingMode) => (event: KeyboardEvent) => {
    if (!may(ticket, next)) return;
    event.preventDefault();
    onMode(next);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`.${css.page} form:not([hidden]) textarea`)?.focus(),
    );
  };
  const open = (name: Opened, isAllowed: boolean) => (event: KeyboardEvent) => {
    if (!isAllowed) return;
    event.preventDefault();
    onOpened(name);
  };
  useHotkeys({
    r: write("reply"),
    n: write("note"),
    s: open("status", ticket.moves.length > 0),
    i: open("assignee", may(ticket, "assign")),
    u: onBack,
  });
}

/** Where nothing can be written, why not, and what can be done instead. */
function WhyReadOnly({ ticket, onReopen }: { ticket: Ticket; onReopen: () => void }) {
  const { t } = useWords();
  const [reply, note, reopen] = [may(ticket, "reply"), may(ticket, "note"), may(ticket, "reopen")];
  if (reply || note) return null;
  const closed = reopen ? "closed" : "final";
  return (
    <p className={css.read_only}>
      <Icon name="lock" size={14} />
      {t(`ticket.read_only.${ticket.phase === "closed" ? closed : "other"}`)}
      {reopen && (
        <Button size="small" onClick={onReopen}>
          {t("ticket.action.reopen")}
        </Button>
      )}
    </p>
  );
}
