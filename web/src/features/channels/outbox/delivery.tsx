import { useQuery } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { useWords } from "@/lib/words";
import { StateTag } from "@/ui/marks/state-tag";
import { Failure, Refusal, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { COLOURS } from "./colours";
import css from "./outbox.module.css";
import { deliveryQuery, useRepeat } from "./queries";

const REPEATABLE = ["queued", "failed", "uncertain", "stopped"];

/** One of what goes out: to whom, how it stands, what it says; and sending it again. */
export function DeliveryDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t, exact } = useWords();
  const { message, modal } = useVoice();
  const { data, error, refetch } = useQuery(deliveryQuery(id));
  const repeat = useRepeat();
  const send = async () => {
    const words = { title: t("outbox.twice_title"), content: t("outbox.twice_text") };
    const buttons = { okText: t("outbox.repeat"), cancelText: t("common.cancel") };
    if (data?.item.state === "uncertain" && !(await modal.confirm({ ...words, ...buttons }))) return;
    repeat.mutate(id, { onSuccess: () => message.success(t("outbox.repeated")) });
  };
  const item = data?.item;
  const foot = item && REPEATABLE.includes(item.state) && (
    <div className={css.foot}>
      <Button type="primary" onClick={send} loading={repeat.isPending}>
        {t(item.state === "queued" ? "outbox.now" : "outbox.repeat")}
      </Button>
    </div>
  );
  return (
    <Drawer open size="min(640px, 100vw)" title={item?.recipient ?? t("outbox.title")} footer={foot} onClose={onClose}>
      {error && <Failure error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonLines count={6} height={24} />}
      <Refusal error={repeat.error} />
      {item && (
        <>
          <dl className={css.facts}>
            <dt>{t("outbox.state")}</dt>
            <dd>
              <StateTag tone={COLOURS[item.state]}>{t(`outbox.states.${item.state}`)}</StateTag>
              {t(`outbox.means.${item.state}`)}
            </dd>
            {item.fault && (
              <>
                <dt>{t("outbox.fault")}</dt>
                <dd>{item.fault}</dd>
              </>
            )}
            <dt>{t("outbox.attempts")}</dt>
            <dd>{item.attempts}</dd>
            {item.next_at && (
              <>
                <dt>{t("outbox.next")}</dt>
                <dd>{exact(item.next_at)}</dd>
              </>
            )}
            <dt>{t("outbox.made")}</dt>
            <dd>{exact(item.created_at)}</dd>
            {item.sent_at && (
              <>
                <dt>{t("outbox.sent")}</dt>
                <dd>{exact(item.sent_at)}</dd>
              </>
            )}
          </dl>
          <h3 className={css.head}>{data.subject ?? t("outbox.text")}</h3>
          <p className={css.text}>{data.text || t("outbox.no_text")}</p>
          {data.files.length > 0 && (
            <p className={css.files}>{t("outbox.files", { names: data.files.join(t("common.list_comma")) })}</p>
          )}
        </>
      )}
    </Drawer>
  );
}
