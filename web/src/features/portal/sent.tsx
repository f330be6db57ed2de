import { Link } from "@tanstack/react-router";
import type { Schemas } from "@/lib/api";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { Button } from "@/ui/plain/button";
import css from "./portal.module.css";
import { useMails } from "./queries";

type Receipt = Pick<Schemas["Receipt"], "number" | "mailed">;

/** Who is signed in goes on to the ticket. A guest gets a receipt: the link that opens the ticket is in their mail. */
export function Sent({ sent, isGuest }: { sent: Schemas["FormSent"]; isGuest: boolean }) {
  const { t } = useWords();
  const mails = useMails();
  if (isGuest) return <ReceiptCard receipt={sent} />;
  return (
    <Card number={sent.number} lead={t(mails ? "portal.sent.text" : "portal.sent.text_unmailed")}>
      <Link to="/portal/tickets/$number" params={{ number: sent.number }}>
        <Button type="primary" size="large">
          {t("portal.sent.follow")}
        </Button>
      </Link>
    </Card>
  );
}

/** The number, and where the way to the ticket is. It says the same to everybody who holds it. */
export function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const { t } = useWords();
  return (
    <Card number={receipt.number} lead={t(receipt.mailed ? "portal.sent.mailed" : "portal.sent.unmailed")}>
      <Link to="/portal">{t("portal.sent.home")}</Link>
    </Card>
  );
}

function Card({ number, lead, children }: { number: string; lead: string; children: React.ReactNode }) {
  const { t } = useWords();
  return (
    <div className={`${css.card} ${css.done}`} role="status">
      <span className={css.sign}>
        <Icon name="check" size={26} />
      </span>
      <h1 className={css.title}>{t("portal.sent.title")}</h1>
      <p className={css.number}>{number}</p>
      <p className={css.lead}>{lead}</p>
      {children}
    </div>
  );
}
