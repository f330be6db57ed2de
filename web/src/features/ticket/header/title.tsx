import { Input } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import type { Act } from "../acting/actions/use-act";
import { may, type Ticket } from "../queries";
import css from "./header.module.css";

/** One line, whole at the pointer. Enter or leaving the field saves, Escape takes back. */
export function Title({ ticket, act }: { ticket: Ticket; act: Act }) {
  const { t } = useWords();
  const [title, setTitle] = useState<string | null>(null);
  const save = () => {
    const next = title?.trim();
    setTitle(null);
    if (next && next !== ticket.title) void act({ do: "set", body: { title: next } }, { title: next });
  };
  if (title === null) {
    return (
      <div className={css.heading}>
        <h1 className={css.title} title={ticket.title}>
          {ticket.title}
        </h1>
        {may(ticket, "edit") && (
          <button type="button" className={css.edit} onClick={() => setTitle(ticket.title)}>
            <Icon name="edit" size={14} />
            <span className="visually-hidden">{t("ticket.edit_title")}</span>
          </button>
        )}
      </div>
    );
  }
  return (
    <Input
      autoFocus
      size="small"
      className={css.heading}
      value={title}
      maxLength={200}
      aria-label={t("common.field.title")}
      onChange={(event) => setTitle(event.target.value)}
      onBlur={save}
      onPressEnter={save}
      onKeyDown={(event) => event.key === "Escape" && setTitle(null)}
    />
  );
}
