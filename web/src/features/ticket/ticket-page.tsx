import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Tooltip } from "antd";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { useMedia } from "@/lib/browser/media";
import { useHotkeys } from "@/lib/hotkeys";
import { useMe } from "@/lib/session";
import { usePlace } from "@/lib/trail";
import { useWords } from "@/lib/words";
import { FreshAddress } from "@/ui/content/files";
import { Icon } from "@/ui/marks/icon";
import { Failure, SkeletonLines, Stale } from "@/ui/states";
import { Actions } from "./acting/actions/actions";
import { ActionDialog, type DialogName } from "./acting/actions/dialogs";
import { useAct } from "./acting/actions/use-act";
import { WhyReadOnly } from "./acting/actions/why-read-only";
import { ApprovalBar } from "./approvals/approval-bar";
import { AsOfBanner, AsOfPicker } from "./header/as-of";
import { Header } from "./header/header";
import { Panel } from "./panel/panel";
import { useReportPresence } from "./presence";
import { type Opened, Properties } from "./properties/properties";
import { may, type Ticket, ticketQuery } from "./queries";
import { useSeen } from "./reading/conversation/seen";
import { Timeline } from "./reading/conversation/timeline";
import css from "./ticket-page.module.css";
import { Composer } from "./writing/composer/composer";
import { useDraft, type WritingMode } from "./writing/composer/drafts";
import { goesOnAfterSending } from "./writing/composer/send-button";
import { useWriting } from "./writing/composer/writing";
import { type Held, useHeld } from "./writing/sending/held";
import { HeldReply, useOfferBack } from "./writing/sending/held-reply";

interface TicketPageProps {
  number: string;
  asOf: string | undefined;
  onTravel: (at: string | undefined) => void;
  onBack: () => void;
  place?: ReactNode;
  /** What a notice asks of its reader. */
  ask?: "approve" | "decline";
  onAsked?: () => void;
  /** To another ticket: the next of the list that the person came from. */
  onNext: (number: string) => void;
}

/** A ticket whole: head, conversation, composer, and beside them what an answer may need. */
export function TicketPage({ number, asOf, ...page }: TicketPageProps) {
  const { data, error, isPending, refetch } = useQuery(ticketQuery(number, asOf));
  const { t } = useWords();
  if (isPending) return <SkeletonLines count={10} height={56} />;
  if (!data) {
    return (
      <Failure error={error} onRetry={() => refetch()}>
        <Button onClick={page.onBack}>{t("ticket.back")}</Button>
      </Failure>
    );
  }
  const fresh = async (id: string) => {
    const files = (await refetch()).data?.timeline.flatMap((entry) => entry.message?.files ?? []);
    return files?.find((file) => file.id === id)?.url;
  };
  return (
    <FreshAddress value={fresh}>
      <Loaded key={number} ticket={data} asOf={asOf} {...page}>
        <Stale error={error} onRetry={() => refetch()} />
      </Loaded>
    </FreshAddress>
  );
}

/** Nobody changes the past; what was read of the present may still stand in for it. */
const NOTHING_ALLOWED = { allowed: {}, moves: [], to_approve: [], close_reasons: [], resolving: [] };

interface LoadedProps extends Omit<TicketPageProps, "number"> {
  ticket: Ticket;
  /** What is to be said about the page itself. */
  children: ReactNode;
}

function Loaded({
  ticket: current,
  asOf,
  onTravel,
  onBack,
  onNext,
  place,
  ask: wanted,
  onAsked,
  children,
}: LoadedProps) {
  const { t } = useWords();
  const isPast = asOf !== undefined;
  const ticket = isPast ? { ...current, ...NOTHING_ALLOWED } : current;
  const { act, isBusy } = useAct(ticket);
  const report = useReportPresence(ticket.number);
  const { writings, seen, ...writes } = useWritings(current, ticket);
  const conversation = useRef<HTMLElement>(null);
  const toConversation = () => conversation.current?.querySelector<HTMLElement>("[role=log]")?.focus();
  const next = usePlace(ticket.number)?.next;
  const { undo_send_s: wait } = useMe();
  const offerBack = useOfferBack();
  const onSent = (sent: WritingMode) => {
    if (!goesOnAfterSending() || !next || sent === "note") return toConversation();
    if (wait > 0) offerBack(ticket.number, wait, () => onNext(ticket.number));
    onNext(next);
  };
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [filled, setFilled] = useState<Held["fields"]>({});
  const cameBack = useHeld(ticket.number).draft?.fields;
  const onTakenBack = ({ fields }: Held) =>
    Object.keys(fields).length > 0 ? setDialog("resolve") : writes.onWrite("reply");
  const ask = (name: DialogName, to?: string) => {
    if (to !== undefined) setFilled({ to });
    setDialog(name);
  };
  const [opened, setOpened] = useState<Opened | null>(null);
  const isFolded = useMedia("(max-width: 640px), (max-height: 420px)");
  const open = (name: Opened | null) => {
    if (name && isFolded) setIsPanelOpen(true);
    setOpened(name);
  };
  const properties = (
    <Properties ticket={ticket} act={act} isPast={isPast} onAsk={ask} opened={opened} onOpened={open} />
  );
  useTicketKeys({ ticket, onBack, onOpened: open, onWrite: writes.onWrite });

  return (
    <div className={css.page}>
      <div className={css.main}>
        <Header ticket={ticket} act={act} onBack={onBack} place={place} properties={!isFolded && properties}>
          {!isPast && <Actions ticket={ticket} act={act} isBusy={isBusy} onAsk={setDialog} />}
          <span className={css.travel}>
            <AsOfPicker asOf={asOf} onTravel={onTravel} />
          </span>
          <Tooltip title={isFolded ? "" : t("ticket.panel.label")}>
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
        {!isPast && <ApprovalBar ticket={ticket} ask={wanted} onAsked={onAsked} />}
        <Timeline
          // Until the past is read the present stands in for it: neither goes on in the other.
          key={asOf ? `${asOf} ${ticket.version}` : "now"}
          ref={conversation}
          ticket={ticket}
          asOf={asOf}
          lastSeen={seen.before}
          onSeen={() => writings.reply.isBlank && seen.mark(current.version)}
          onTravel={onTravel}
        >
          {!isPast && may(ticket, "reply") && <HeldReply ticket={ticket} onBack={onTakenBack} />}
        </Timeline>
        {!isPast && (
          <Composer
            ticket={ticket}
            writings={writings}
            {...writes}
            onWriting={report}
            onLeave={toConversation}
            onSent={onSent}
            onAsk={setDialog}
          />
        )}
        {!isPast && <WhyReadOnly ticket={ticket} onReopen={() => setDialog("reopen")} />}
        {dialog && (
          <ActionDialog
            name={dialog}
            ticket={ticket}
            act={act}
            reply={writings.reply}
            filled={{ ...cameBack, ...filled }}
            onClose={() => {
              setDialog(null);
              setFilled({});
            }}
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
        {isFolded && <div className={css.folded}>{properties}</div>}
        <Panel ticket={ticket} act={act} isPast={isPast} />
      </Drawer>
    </div>
  );
}

/** What is being written, up to where its author has seen the ticket, and which of the two is at hand. */
function useWritings(current: Ticket, ticket: Ticket) {
  const [mode, setMode] = useState<WritingMode>(may(ticket, "reply") ? "reply" : "note");
  const [asked, setAsked] = useState(0);
  const drafts = { reply: useDraft(ticket.number, "reply"), note: useDraft(ticket.number, "note") };
  const seen = useSeen(current, drafts.reply.text !== "");
  const writings = {
    reply: useWriting(ticket, seen, drafts.reply, "reply"),
    note: useWriting(ticket, seen, drafts.note, "note"),
  };
  const onWrite = useCallback((next: WritingMode) => {
    setMode(next);
    setAsked((before) => before + 1);
  }, []);
  return { writings, seen, mode, asked, onWrite };
}

interface KeysProps {
  ticket: Ticket;
  onBack: () => void;
  onOpened: (opened: Opened) => void;
  onWrite: (mode: WritingMode) => void;
}

/** Keys of the page; those of its actions stand with them. */
function useTicketKeys({ ticket, onBack, onOpened, onWrite }: KeysProps): void {
  const write = (next: WritingMode) => (event: KeyboardEvent) => {
    if (!may(ticket, next)) return;
    event.preventDefault();
    onWrite(next);
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
