import { Alert } from "antd";
import { useCounting } from "@/lib/words";
import type { Mailbox } from "./queries";

/** What is wrong with a mailbox now, as its servers said it. */
export function Standing({ mailbox }: { mailbox: Mailbox }) {
  const { t, ago, exact, now } = useCounting();
  const faults = [
    { way: "reads" as const, health: mailbox.receiving },
    { way: "sends" as const, health: mailbox.sending },
  ].filter(({ health }) => health.fault);
  if (!mailbox.active) return <Alert type="info" showIcon title={t("mailboxes.is_paused")} />;
  if (mailbox.sign_in && mailbox.sign_in.state !== "granted") {
    const { state, said } = mailbox.sign_in;
    return <Alert type="error" showIcon title={t(`mailboxes.consent.${state}`)} description={said} />;
  }
  return (
    <>
      {faults.map(({ way, health }) => (
        <Alert
          key={way}
          type="error"
          showIcon
          title={t(`mailboxes.fails.${way}`, { n: health.failures })}
          description={
            <>
              {health.fault}
              <br />
              {health.last_success_at
                ? t("mailboxes.last_success", { ago: ago(health.last_success_at, now) })
                : t("mailboxes.no_success")}
              {health.paused_until && ` ${t("mailboxes.next_try", { at: exact(health.paused_until) })}`}
            </>
          }
        />
      ))}
    </>
  );
}
