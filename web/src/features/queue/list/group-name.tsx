import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Avatar } from "@/ui/marks/avatar";
import { PhasePill } from "@/ui/marks/phase-pill";
import { PriorityMark } from "@/ui/marks/priority-mark";
import type { Group } from "./arrange";
import css from "./row.module.css";

/** The value that the rows of a group share. */
export function GroupName({ group, value }: { group: Group; value: string }) {
  const names = useNames();
  const { t, local } = useWords();
  if (group === "status") {
    const status = names.status(value);
    return <PhasePill phase={status.phase} name={local(status.name)} plain />;
  }
  if (group === "priority") {
    const { rank, colour, name } = names.priority(value);
    return (
      <>
        <PriorityMark rank={rank} colour={colour} name="" />
        {local(name)}
      </>
    );
  }
  if (value === "") {
    return (
      <>
        <span className={css.nobody} />
        {t("queue.nobody")}
      </>
    );
  }
  const name = names.member(Number(value))?.name ?? value;
  return (
    <>
      <Avatar name={name} size={22} />
      {name}
    </>
  );
}
