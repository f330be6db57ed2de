import { App, Button } from "antd";
import type { Schemas } from "@/lib/api";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/icon";
import css from "./portal.module.css";

/** The number and the way back: a guest has nothing but this link, and the mail that brings it again. */
export function Sent({ sent }: { sent: Schemas["Sent"] }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const link = new URL(sent.link, location.href);
  // Who came by the link to one ticket is a guest to the next, too: the server knows who needs a signed address.
  const isGuest = link.pathname.startsWith("/portal/t/");
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
      <Button type="primary" size="large" href={link.pathname + link.search}>
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
