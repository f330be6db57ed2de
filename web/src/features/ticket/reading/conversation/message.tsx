import { Button, Tooltip } from "antd";
import { lazy, Suspense, useState } from "react";
import { useAct } from "@/features/ticket/acting/actions/use-act";
import type { Entry, Message, Ticket } from "@/features/ticket/queries";
import { may } from "@/features/ticket/queries";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { MessageContent } from "@/ui/content/message-content";
import { Ago } from "@/ui/marks/ago";
import { Avatar } from "@/ui/marks/avatar";
import { Icon } from "@/ui/marks/icon";
import { Delivery } from "./delivery";
import { Mark } from "./mark";
import css from "./message.module.css";
import { NoteForm, NoteVersions } from "./note-editing";

const RedactDialog = lazy(() => import("./redacting"));

interface MessageItemProps {
  ticket: Ticket;
  entry: Entry;
  message: Message;
  isNew: boolean;
}

/** One message: the customer's on the left, ours on the right and tinted, internal notes on paper with a lock. */
export function MessageItem({ ticket, entry, message, isNew }: MessageItemProps) {
  const { t } = useWords();
  const { person_id: me } = useMe();
  const [isEditing, setIsEditing] = useState(false);
  const [isRedacting, setIsRedacting] = useState(false);
  const isNote = message.audience === "internal";
  const side = isNote ? "note" : message.author === "customer" ? "customer" : "agent";
  const name = entry.person?.name ?? t(`ticket.author.${message.author}`);
  return (
    <article
      id={`message-${message.id}`}
      data-key={entry.key}
      className={css.message}
      data-side={side}
      data-new={isNew || undefined}
      aria-label={t(`ticket.message.${side}`, { name })}
    >
      {side !== "agent" && <Avatar name={name} size={28} />}
      <div className={css.bubble}>
        <header className={css.head}>
          {isNote && (
            <span className={css.label}>
              <Icon name="lock" size={12} />
              {t("ticket.note_label")}
            </span>
          )}
          {isNew && <span className={css.fresh}>{t("ticket.fresh")}</span>}
          <span className={css.author}>{name}</span>
          {message.author === "automatic" && <span className={css.kind}>{t("ticket.author.automatic")}</span>}
          {message.unverified && (
            <Mark why={t("ticket.unverified.help", { name })} className={css.unverified}>
              <Icon name="alert" size={12} />
              {t("ticket.unverified.mark")}
            </Mark>
          )}
          {isNote && message.version > 1 && <NoteVersions number={ticket.number} note={message} />}
          {isNote && entry.person?.id === me && !message.redacted && may(ticket, "note") && !isEditing && (
            <button type="button" className={css.edit} title={t("ticket.note.edit")} onClick={() => setIsEditing(true)}>
              <Icon name="edit" size={12} />
              <span className="visually-hidden">{t("ticket.note.edit")}</span>
            </button>
          )}
          {ticket.allowed["message.redact"] === true && !message.redacted && !message.is_elsewhere && !isEditing && (
            <button
              type="button"
              className={`${css.edit} ${css.rare}`}
              title={t("ticket.redact.title")}
              onClick={() => setIsRedacting(true)}
            >
              <Icon name="trash" size={12} />
              <span className="visually-hidden">{t("ticket.redact.title")}</span>
            </button>
          )}
          <span className={css.via}>{t(`common.via.${entry.via}`)}</span>
          <a href={`#${entry.key}`} className={css.time} title={t("ticket.link_to")}>
            <Ago at={entry.at} />
          </a>
        </header>
        {message.origin && <Origin ticket={ticket} origin={message.origin} />}
        {isEditing ? (
          <NoteForm number={ticket.number} note={message} onDone={() => setIsEditing(false)} />
        ) : message.redacted ? (
          <p className={css.redacted}>{t("ticket.redacted")}</p>
        ) : (
          <MessageContent {...message} />
        )}
        {isRedacting && (
          <Suspense>
            <RedactDialog number={ticket.number} message={message} onClose={() => setIsRedacting(false)} />
          </Suspense>
        )}
        {message.delivery && <Delivery ticket={ticket} mailed={message.delivery} />}
      </div>
      {side === "agent" && <Avatar name={name} size={28} />}
    </article>
  );
}

/** Who sent it for its writer, and whose request it passes on. */
function Origin({ ticket, origin }: { ticket: Ticket; origin: NonNullable<Message["origin"]> }) {
  const { t } = useWords();
  const { act, isBusy } = useAct(ticket);
  const { through, forwarded } = origin;
  const name = forwarded?.name || forwarded?.address;
  const isOffered = forwarded?.address && may(ticket, "edit") && !ticket.customer.mails.includes(forwarded.address);
  return (
    <>
      {through && <p className={css.origin}>{t("ticket.origin.through", { address: through })}</p>}
      {forwarded && (
        <p className={css.origin}>
          {t("ticket.origin.forwarded", { party: [forwarded.name, forwarded.address].filter(Boolean).join(" · ") })}
          {isOffered && (
            <Tooltip title={t("ticket.origin.offer_help", { address: forwarded.address })}>
              <Button
                size="small"
                type="link"
                disabled={isBusy}
                onClick={() =>
                  act(
                    { do: "requester", body: { mail: forwarded.address, name: forwarded.name } },
                    {},
                    t("ticket.origin.offered", { name }),
                  )
                }
              >
                {t("ticket.origin.offer", { name })}
              </Button>
            </Tooltip>
          )}
        </p>
      )}
      {origin.notes.map((note) => (
        <p key={note} className={css.origin}>
          <OriginNote note={note} />
        </p>
      ))}
    </>
  );
}

/** What of a mail could not be read or taken: a code, some with a number behind a colon. */
export function OriginNote({ note }: { note: string }) {
  const { t } = useWords();
  const [code = "", n] = note.split(":");
  return t(`ticket.origin.note.${code}`, { n, defaultValue: t("ticket.origin.note.other") });
}
