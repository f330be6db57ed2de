import type { ReactNode } from "react";
import { useLoads } from "@/lib/api/loads";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Avatar } from "../marks/avatar";
import css from "./condition.module.css";

interface PersonOptionProps {
  id: unknown;
  /** What stands there of whoever is no member. */
  children: ReactNode;
}

/** A member among choices: with whether they are there, and how many tickets they have in hand. */
export function PersonOption({ id, children }: PersonOptionProps) {
  const { t } = useWords();
  const member = useNames().member(Number(id));
  const loads = useLoads();
  if (!member) return children;
  const facts = [
    t(`shell.presence.${member.presence}`),
    loads && t("ticket.in_hand", { n: loads.get(member.id) ?? 0 }),
  ];
  return (
    <span className={css.person}>
      <Avatar name={member.name} size={18} presence={member.presence} />
      {member.name}
      <small>{facts.filter(Boolean).join(" · ")}</small>
    </span>
  );
}
