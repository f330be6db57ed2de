import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { useVoice } from "@/ui/states/voice";
import { may, type Ticket } from "../queries";
import { useUnmerge } from "./queries";

/** Of a ticket that another one stands for: which one, and how to part them. */
export function Merged({ ticket, className }: { ticket: Ticket; className: string | undefined }) {
  const { t, problem } = useWords();
  const { message } = useVoice();
  const { mutate, isPending } = useUnmerge(ticket.number);
  const part = () =>
    mutate(undefined, {
      onSuccess: () => message.success(t("ticket.merge.parted")),
      onError: (error) => message.error([problem(error).title, problem(error).remedy].join(" ")),
    });
  return (
    <p className={className}>
      <Icon name="link" size={14} />
      {t("ticket.merge.merged")}
      {ticket.merged_into ? (
        <Link to="/tickets/$number" params={{ number: ticket.merged_into }}>
          {ticket.merged_into}
        </Link>
      ) : (
        t("ticket.merge.elsewhere")
      )}
      {may(ticket, "unmerge") && (
        <Button size="small" loading={isPending} onClick={part}>
          {t("ticket.merge.part")}
        </Button>
      )}
    </p>
  );
}
