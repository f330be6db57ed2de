/** That the ticket waits for an approval, where the next step would stand: for whom, and what this reader may do. */
import { Button, Dropdown } from "antd";
import { useEffect, useState } from "react";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { Notice } from "@/ui/states/notice";
import { useVoice } from "@/ui/states/voice";
import type { Ticket } from "../queries";
import css from "./approvals.module.css";
import { ApprovalDialog, type ApprovalDialogName } from "./dialogs";
import { askedNow, waiting } from "./queries";

const MORE = ["forward", "add", "return"] as const;

interface ApprovalBarProps {
  ticket: Ticket;
  /** What a notice asks for: it is asked at once, unless there is nothing to decide any more. */
  ask?: "approve" | "decline";
  onAsked?: () => void;
}

export function ApprovalBar({ ticket, ask, onAsked }: ApprovalBarProps) {
  const { t, local } = useWords();
  const names = useNames();
  const { message } = useVoice();
  const [dialog, setDialog] = useState<ApprovalDialogName | null>(null);
  const approval = waiting(ticket);
  const canDecide = ticket.allowed["approval.decide"] === true;
  useEffect(() => {
    if (!ask) return;
    if (canDecide) setDialog(ask);
    else message.info(t("ticket.approval.nothing_to_decide"));
    onAsked?.();
  }, [ask, canDecide, message, onAsked, t]);
  if (!approval) return null;
  const canWithdraw = ticket.allowed["approval.cancel"] === true;
  const people = askedNow(approval)
    .map(({ name }) => name)
    .join(t("common.list_comma"));
  const to = local(names.status(approval.to, ticket.type).name);
  return (
    <section className={css.bar} aria-label={t("ticket.approval.title")}>
      <Notice
        type="info"
        title={
          canDecide
            ? t("ticket.approval.yours", { by: approval.asked_by, to })
            : t("ticket.approval.waits", { people, to })
        }
        description={
          (approval.why || approval.text) && (
            <>
              {approval.why && <p className={css.words}>{approval.why}</p>}
              {approval.text && (
                <details>
                  <summary>{t("ticket.approval.reply_waits")}</summary>
                  <p className={css.words}>{approval.text}</p>
                </details>
              )}
            </>
          )
        }
        action={
          <div className={css.buttons}>
            {canDecide && (
              <>
                <Button type="primary" size="small" onClick={() => setDialog("approve")}>
                  {t("ticket.approval.approve.send")}
                </Button>
                <Button danger size="small" onClick={() => setDialog("decline")}>
                  {t("ticket.approval.decline.send")}
                </Button>
                <Dropdown
                  trigger={["click"]}
                  menu={{
                    items: MORE.map((key) => ({
                      key,
                      label: t(`ticket.approval.${key}.send`),
                      onClick: () => setDialog(key),
                    })),
                  }}
                >
                  <Button type="text" size="small" aria-label={t("ticket.approval.more")} icon={<Icon name="more" />} />
                </Dropdown>
              </>
            )}
            {canWithdraw && !canDecide && (
              <Button size="small" onClick={() => setDialog("withdraw")}>
                {t("ticket.approval.withdraw.send")}
              </Button>
            )}
          </div>
        }
      />
      {dialog && <ApprovalDialog name={dialog} ticket={ticket} approval={approval} onClose={() => setDialog(null)} />}
    </section>
  );
}
