/** What a handler goes through before they resolve a ticket, in the dialog of that step: checks, and recorded time. */
import { Button } from "antd";
import { useState } from "react";
import type { Act } from "@/features/ticket/acting/actions/use-act";
import type { Ticket } from "@/features/ticket/queries";
import { useWords } from "@/lib/words";
import { CheckBlock, openChecks } from "./checks";
import css from "./checks.module.css";
import { RecordTimeDialog } from "./time-dialog";

interface BeforeSolvingProps {
  ticket: Ticket;
  act: Act;
}

export const isGoneThrough = (ticket: Ticket): boolean => openChecks(ticket).length === 0 && !ticket.work?.is_lacking;

export function BeforeSolving({ ticket, act }: BeforeSolvingProps) {
  const { t } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <CheckBlock ticket={ticket} act={act} />
      {ticket.work?.is_lacking && (
        <section className={css.block}>
          <h3>{t("ticket.time.label")}</h3>
          <div className={css.line}>
            <span className={css.name}>{t("ticket.time.lacking")}</span>
            <Button size="small" onClick={() => setIsAsking(true)}>
              {t("ticket.time.by_hand")}
            </Button>
          </div>
        </section>
      )}
      {isAsking && <RecordTimeDialog act={act} onClose={() => setIsAsking(false)} />}
    </>
  );
}
