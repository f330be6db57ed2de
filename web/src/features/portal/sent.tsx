import { App, Button } from "antd";
import type { Schemas } from "@/lib/api";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/icon";
import css from "./portal.module.css";

/** The number and the way back: a guest has nothing but this link, and the mail that brings it again. */
export function Sent({ sent, isGuest }: { sent: Schemas["Sent"]; isGuest: boolean }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const link = new URL(sent.link, location.href);
  const copy = async () => {
    await navigator.clipboard.writeText(link.href);
    message.success(t("portal.sent.copied"));
  };
  return (
    <div className={`${css.card} ${css.done}`} role="status">
      <span className={css.sign}>
        <Icon name="check" size={26} />
      </span>
      <h1 className={css.title}>{t("portal.sent.title")}</h1>
      <p className={css.number}>{sent.number}</p>
      <p className={css.lead}>{t(isGuest ? "portal.sent.guest" : "portal.sent.text")}</p>
      <Button
        type="primary"
        size="large"
        href={isGuest ? link.pathname + link.search : `/portal/tickets/${sent.number}`}
      >
        {t("portal.sent.follow")}
      </Button>
      {isGuest && (
        <Button type="link" onClick={copy}>
          {t("portal.sent.copy")}
        </Button>
      )}
    </div>
  );
}
