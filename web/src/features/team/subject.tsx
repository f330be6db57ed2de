import { Link } from "@tanstack/react-router";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { PriorityMark } from "@/ui/marks/priority-mark";
import css from "./page.module.css";

/** A ticket by its title, which leads to it. */
export function Subject({ ticket }: { ticket: { number: string; title: string; priority: string } }) {
  const { local } = useWords();
  const { rank, colour, name } = useNames().priority(ticket.priority);
  return (
    <>
      <span className={css.person}>
        <PriorityMark rank={rank} colour={colour} name={local(name)} />
        <Link to="/tickets/$number" params={{ number: ticket.number }}>
          {ticket.title}
        </Link>
      </span>
      <span className={css.quiet}>{ticket.number}</span>
    </>
  );
}
