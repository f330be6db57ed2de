import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { SkeletonLines } from "@/ui/states";
import css from "../portal.module.css";
import { portalTicketQuery, useMails } from "../queries";

interface FollowUpProps {
  number: string;
  /** The closed ticket in whose place it was opened. */
  follows: string;
  onReadable: (number: string) => void;
}

/** A ticket was opened in place of one closed too long ago. A guest whose link shows only that one is mailed another. */
export function FollowUp({ number, follows, onReadable }: FollowUpProps) {
  const { t } = useWords();
  const { isSuccess, isPending } = useQuery({ ...portalTicketQuery(number), refetchInterval: false });
  const mails = useMails();
  const lead = useRef(onReadable);
  lead.current = onReadable;
  useEffect(() => {
    if (isSuccess) lead.current(number);
  }, [isSuccess, number]);

  if (isPending || isSuccess) return <SkeletonLines count={8} height={64} />;
  return (
    <div className={`${css.card} ${css.done}`} role="status">
      <span className={css.sign}>
        <Icon name="check" size={26} />
      </span>
      <h1 className={css.title}>{t("portal.follow_up.title")}</h1>
      <p className={css.number}>{number}</p>
      <p className={css.lead}>
        {t("portal.follow_up.text", { follows })} {t(mails ? "portal.follow_up.mailed" : "portal.sent.unmailed")}
      </p>
    </div>
  );
}
