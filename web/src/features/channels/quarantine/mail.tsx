import { useQuery } from "@tanstack/react-query";
import { Button, Collapse, Drawer, Input } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { StateTag } from "@/ui/marks/state-tag";
import { Failure, Refusal, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import css from "./mail.module.css";
import { type Mail, originalQuery, type Said, useDispose } from "./queries";
import { useReason } from "./reason";

/** One mail: why it is here, what it says, how it came; and what becomes of it. */
export function MailDrawer({ mail, onClose }: { mail: Mail; onClose: () => void }) {
  const { t, exact } = useWords();
  const { message } = useVoice();
  const dispose = useDispose();
  const reason = useReason();
  const [said, setSaid] = useState<Said>({});
  const isOpen = mail.state === "quarantined" || mail.state === "ignored";
  const release = () =>
    dispose.mutate(
      { id: mail.id, how: "release", said },
      {
        onSuccess: (after) => {
          if (after.state === "quarantined") {
            message.warning(t("quarantine.held_again", { reason: reason(after) }));
            return;
          }
          const { ticket, state } = after;
          message.success(
            ticket
              ? t("quarantine.released", { ticket })
              : t("quarantine.released_none", { reason: t(`quarantine.became.${state}`) }),
          );
          onClose();
        },
      },
    );
  const discard = () =>
    dispose.mutate(
      { id: mail.id, how: "discard" },
      {
        onSuccess: () => {
          message.success(t("quarantine.discarded"));
          onClose();
        },
      },
    );
  const foot = isOpen && (
    <div className={css.foot}>
      {mail.state === "quarantined" && (
        <Button onClick={discard} disabled={dispose.isPending}>
          {t("quarantine.discard")}
        </Button>
      )}
      <Button type="primary" onClick={release} loading={dispose.isPending}>
        {t("quarantine.release")}
      </Button>
    </div>
  );
  return (
    <Drawer
      open
      size="min(640px, 100vw)"
      title={mail.subject || t("quarantine.no_subject")}
      footer={foot}
      onClose={onClose}
    >
      <dl className={css.facts}>
        <dt>{t("quarantine.sender")}</dt>
        <dd>{mail.sender || t("common.nothing")}</dd>
        <dt>{t("quarantine.at")}</dt>
        <dd>{exact(mail.received_at)}</dd>
        <dt>{t("quarantine.why")}</dt>
        <dd>
          {reason(mail)}{" "}
          {mail.kind && mail.kind !== "person" && <StateTag tone="none">{t(`quarantine.by.${mail.kind}`)}</StateTag>}
        </dd>
        {mail.ticket && (
          <>
            <dt>{t("quarantine.ticket")}</dt>
            <dd>{mail.ticket}</dd>
          </>
        )}
      </dl>
      <Refusal error={dispose.error} />
      {isOpen && <Saying said={said} onChange={setSaid} />}
      <Words id={mail.id} />
    </Drawer>
  );
}

/** Empty, the mail speaks for itself. */
function Saying({ said, onChange }: { said: Said; onChange: (said: Said) => void }) {
  const { t } = useWords();
  const set = (name: keyof Said, text: string) => onChange({ ...said, [name]: text.trim() || undefined });
  return (
    <fieldset className={css.saying}>
      <legend>{t("quarantine.say")}</legend>
      <label htmlFor="said-sender">
        {t("quarantine.say_sender")}
        <Input id="said-sender" type="email" maxLength={254} onChange={(event) => set("sender", event.target.value)} />
      </label>
      <label htmlFor="said-ticket">
        {t("quarantine.say_ticket")}
        <Input id="said-ticket" maxLength={64} onChange={(event) => set("ticket", event.target.value)} />
      </label>
    </fieldset>
  );
}

/** As text: nothing of what a stranger sent is run or loaded. */
function Words({ id }: { id: number }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(originalQuery(id));
  if (error) return <Failure error={error} onRetry={refetch} />;
  if (!data) return <SkeletonLines count={6} height={24} />;
  return (
    <>
      <h3 className={css.head}>{t("quarantine.text")}</h3>
      <p className={css.text}>{data.text || t("quarantine.no_text")}</p>
      {data.files.length > 0 && (
        <p className={css.files}>{t("quarantine.files", { names: data.files.join(t("common.list_comma")) })}</p>
      )}
      <Collapse
        size="small"
        items={[
          {
            key: "source",
            label: t("quarantine.source"),
            children: (
              <>
                {data.is_cut && <p className={css.files}>{t("quarantine.is_cut")}</p>}
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard */}
                <pre className={css.source} tabIndex={0}>
                  {data.source}
                </pre>
              </>
            ),
          },
        ]}
      />
    </>
  );
}
