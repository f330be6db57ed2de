import type { Schemas } from "@/lib/api";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/ago";
import { MessageContent } from "@/ui/message-content";
import css from "./ticket.module.css";

export function Messages({ messages }: { messages: Schemas["PortalMessage"][] }) {
  const { t } = useWords();
  return (
    <section className={css.messages} aria-label={t("portal.ticket.messages")} aria-live="polite">
      {messages.map((message) => (
        <article
          key={message.id}
          className={css.message}
          data-mine={message.mine || undefined}
          data-automatic={message.kind === "automatic" || undefined}
        >
          <p className={css.from}>
            <b>{message.mine ? t("portal.ticket.me") : message.author}</b>
            <Ago at={message.at} />
          </p>
          <MessageContent {...message} />
        </article>
      ))}
    </section>
  );
}
