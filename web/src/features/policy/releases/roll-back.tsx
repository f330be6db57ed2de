import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Modal } from "antd";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Failure, Refusal, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { Changes } from "../changes";
import { previewQuery, useRollBack } from "./queries";
import css from "./releases.module.css";

/** Says whose releases are taken back and what changes by it, before anything does. */
export function RollBackDialog({ to, onDone, onClose }: { to: number; onDone: () => void; onClose: () => void }) {
  const { t, exact } = useWords();
  const { message } = useVoice();
  const names = useNames();
  const { data, error, refetch } = useQuery(previewQuery(to));
  const rollBack = useRollBack();
  const send = async () => {
    if (!data) return;
    const done = await rollBack.mutateAsync({ to, base: data.current }).catch(() => undefined);
    if (!done) return refetch();
    message.success(t("policy.draft.published", { release: done.release }));
    onClose();
    onDone();
  };
  return (
    <Modal
      open
      title={t("policy.roll_back.title", { n: to })}
      okText={t("policy.roll_back.send")}
      cancelText={t("common.cancel")}
      okButtonProps={{ danger: true, disabled: !data }}
      confirmLoading={rollBack.isPending}
      onOk={send}
      onCancel={onClose}
      styles={{ body: { maxHeight: "calc(100dvh - 240px)", overflowY: "auto" } }}
    >
      {error && !data && <Failure error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonLines count={4} height={24} />}
      {data && (
        <>
          <p>{t("policy.roll_back.text")}</p>
          {data.changes.some(({ section }) => section === "categories") && (
            <p>
              {t("policy.roll_back.tickets")}{" "}
              <Link to="/admin/$section" params={{ section: "operations" }}>
                {t("policy.roll_back.operations")}
              </Link>
            </p>
          )}
          <h3 className={css.title}>{t("policy.roll_back.lost", { n: data.lost.length })}</h3>
          <ul className={css.lost}>
            {data.lost.map(({ number, author_id: id, note, published_at: at }) => (
              <li key={number}>
                <strong>{t("policy.release", { n: number })}</strong>{" "}
                {[(id !== null && names.member(id)?.name) || t("policy.system"), exact(at), note]
                  .filter(Boolean)
                  .join(" · ")}
              </li>
            ))}
          </ul>
          <h3 className={css.title}>{t("policy.roll_back.changes", { n: data.count })}</h3>
          <Changes changes={data.changes} count={data.count} />
        </>
      )}
      <Refusal error={rollBack.error} />
    </Modal>
  );
}
