import { useState } from "react";
import type { Schemas } from "@/lib/api";
import { useWords } from "@/lib/words";
import { MessageContent } from "@/ui/content/message-content";
import { Ago } from "@/ui/marks/ago";
import { Icon } from "@/ui/marks/icon";
import { Button } from "@/ui/plain/button";
import css from "./ticket.module.css";

/** The newest is in sight, those before it unfold. What comes while the page is open stands below: nothing leaves. */
export function Messages({ messages }: { messages: Schemas["PortalMessage"][] }) {
  const { t } = useWords();
  const [folded, setFolded] = useState(Math.max(0, messages.length - 1));
  return (
    <section className={css.messages} aria-label={t("portal.ticket.messages")}>
      {folded > 0 && (
        <Button type="text" className={css.earlier} icon={<Icon name="history" />} onClick={() => setFolded(0)}>
          {t("portal.ticket.earlier", { n: folded })}
        </Button>
      )}
      <div className={css.said} aria-live="polite">
        {messages.slice(folded).map((message) => (
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
      </div>
    </section>
  );
}
