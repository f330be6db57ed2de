import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useState } from "react";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { AddLeave } from "./add-leave";
import css from "./leaves.module.css";
import { type Leave, leavesQuery, pastLeavesQuery, useCancelLeave } from "./queries";

interface LeavesDialogProps {
  /** Whose leaves; by default one's own. */
  of?: { id: number; name: string };
  onClose: () => void;
}

/** When somebody is away, and who stands in. One says it of oneself; a lead says it of theirs. */
export function LeavesDialog({ of, onClose }: LeavesDialogProps) {
  const { t } = useWords();
  const me = useMe();
  const person = of ?? { id: me.person_id, name: me.name };
  const isOwn = person.id === me.person_id;
  const { data, error, refetch } = useQuery(leavesQuery(person.id));
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Modal
      open
      width={560}
      title={isOwn ? t("leaves.mine") : t("leaves.of", { name: person.name })}
      footer={
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setIsAdding(true)}>
          {t("leaves.add")}
        </Button>
      }
      onCancel={onClose}
    >
      <p className={css.lead}>{t(isOwn ? "leaves.lead" : "leaves.lead_of", { name: person.name })}</p>
      {!data && error && <Failure error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonLines count={2} height={44} />}
      {data?.length === 0 && <Empty isPart icon="sun" title={t("leaves.none")} />}
      {data && data.length > 0 && (
        <ul className={css.leaves} aria-label={t("leaves.title")}>
          {data.map((leave) => (
            <LeaveLine key={leave.id} leave={leave} person={person.id} />
          ))}
        </ul>
      )}
      <PastLeaves person={person.id} />
      {isAdding && <AddLeave person={person} onClose={() => setIsAdding(false)} />}
    </Modal>
  );
}

/** Asked for only when somebody wants to see them. */
function PastLeaves({ person }: { person: number }) {
  const { t, minute } = useWords();
  const names = useNames();
  const [isOpen, setIsOpen] = useState(false);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...pastLeavesQuery(person),
    enabled: isOpen,
  });
  const past = data?.pages.flat();
  return (
    <details className={css.past} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t("leaves.past")}</summary>
      {!data && error && <Failure error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonLines count={2} height={32} />}
      {past?.length === 0 && <p className={css.quiet}>{t("leaves.none_past")}</p>}
      <ul className={css.leaves} aria-label={t("leaves.past")}>
        {past?.map(({ id, from_at, until_at, substitute_id }) => (
          <li key={id}>
            <span>
              {t("leaves.span", { from: minute(from_at), until: minute(until_at) })}
              <span className={css.quiet}>
                {substitute_id === null
                  ? t("leaves.nobody")
                  : t("leaves.stood_in", { name: names.member(substitute_id)?.name ?? String(substitute_id) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t("common.table.more")}
        </Button>
      )}
    </details>
  );
}

function LeaveLine({ leave, person }: { leave: Leave; person: number }) {
  const { t, minute } = useWords();
  const { modal, message } = useVoice();
  const names = useNames();
  const cancel = useCancelLeave(person);
  const isOn = new Date(leave.from_at).getTime() <= Date.now();
  const span = t("leaves.span", { from: minute(leave.from_at), until: minute(leave.until_at) });
  const substitute = leave.substitute_id === null ? undefined : names.member(leave.substitute_id)?.name;
  const end = async () => {
    const words = { title: t(isOn ? "leaves.end_ask" : "leaves.cancel_ask"), content: span };
    const buttons = { okText: t(isOn ? "leaves.end" : "leaves.cancel"), cancelText: t("leaves.keep") };
    if (!(await modal.confirm({ ...words, ...buttons }))) return;
    await cancel.mutateAsync(leave.id);
    message.success(t(isOn ? "leaves.ended" : "leaves.cancelled"));
  };
  return (
    <li>
      <span>
        <b>{span}</b>
        <span className={css.quiet}>
          {[isOn && t("leaves.on"), substitute ? t("leaves.stands_in", { name: substitute }) : t("leaves.nobody")]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      <Button size="small" loading={cancel.isPending} onClick={end}>
        {t(isOn ? "leaves.end" : "leaves.cancel")}
      </Button>
    </li>
  );
}
