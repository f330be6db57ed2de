import { Link } from "@tanstack/react-router";
import { useWords } from "@/lib/words";
import { Empty } from "@/ui/states";
import { useMails } from "./queries";

/** A link that does not work (any more), or a ticket that is not this person's: says so, and offers a new link. */
export function Refused({ error }: { error: unknown }) {
  const { t, problem } = useWords();
  const mails = useMails();
  const { title, remedy } = problem(error);
  return (
    <Empty icon="lock" title={title} text={remedy}>
      {mails && <Link to="/portal/sign-in">{t("portal.refused.new_link")}</Link>}
    </Empty>
  );
}
