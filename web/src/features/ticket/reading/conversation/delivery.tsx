import { Button } from "antd";
import { type Message, may, type Ticket, useRepeat } from "@/features/ticket/queries";
import { useRecipients } from "@/features/ticket/writing/composer/audience";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { Refusal } from "@/ui/states";
import css from "./message.module.css";

type Mailed = NonNullable<Message["delivery"]>;

/** Where a reply is on its way. What went wrong says what the server said, and is sent again by whoever may. */
export function Delivery({ ticket, mailed }: { ticket: Ticket; mailed: Mailed }) {
  const { t } = useWords();
  const recipients = useRecipients();
  const { state, fault } = mailed;
  const isBad = state === "failed" || state === "uncertain";
  return (
    <div className={css.delivery} data-state={state}>
      <p title={recipients(mailed.recipients, ticket.requester.name)}>
        <Icon name={state === "sent" ? "check" : isBad ? "alert" : "clock"} size={12} />
        {t(`ticket.delivery.${state}`)}
        {isBad && <Repeat ticket={ticket} id={mailed.id} />}
      </p>
      {isBad && <p className={css.fault}>{fault ?? t(`ticket.delivery.${state}_help`)}</p>}
    </div>
  );
}

function Repeat({ ticket, id }: { ticket: Ticket; id: number }) {
  const { t } = useWords();
  const { permissions } = useMe();
  const mayRepeat = may(ticket, "reply") || permissions.includes("outbox.manage");
  const { mutate, isPending, error } = useRepeat(ticket.number);
  if (!mayRepeat) return null;
  return (
    <>
      <Button size="small" type="link" loading={isPending} onClick={() => mutate(id)}>
        {t("ticket.delivery.repeat")}
      </Button>
      <Refusal error={error} />
    </>
  );
}
