import { Button, Input } from "antd";
import { type KeyboardEvent, useId, useState } from "react";
import { useWords } from "@/lib/words";
import css from "./canned.module.css";
import type { Canned, Filling } from "./use-canned";

/** What a canned reply still asks for, where it is going to stand. Enter leads on, and at the end inserts it. */
export function FillForm({ canned, filling }: { canned: Canned; filling: Filling }) {
  const { t, local } = useWords();
  const form = useId();
  const { reply, blanks, guessed, isSent } = filling;
  const [values, setValues] = useState<Record<string, string>>(guessed);
  const isFilled = blanks.every(({ id }) => values[id]?.trim());
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== "Escape" && event.key !== "Enter") return;
    event.stopPropagation();
    if (event.key === "Enter" && event.shiftKey) return;
    event.preventDefault();
    if (event.key === "Escape") return canned.cancel();
    const empty = blanks.find(({ id }) => !values[id]?.trim());
    if (!empty) return canned.fill(values);
    document.getElementById(`${form}-${empty.id}`)?.focus();
  };
  const first = blanks.find(({ id }) => !guessed[id]) ?? blanks[0];
  return (
    // biome-ignore lint/a11y/useSemanticElements: it stands in a form, and forms do not nest
    <div className={css.fill} role="group" aria-label={local(reply.name)} onKeyDown={onKeyDown}>
      <p className={css.title}>{t("ticket.canned.fill", { name: local(reply.name) })}</p>
      {blanks.map(({ id, name }) => (
        <div key={id} className={css.blank}>
          <label htmlFor={`${form}-${id}`}>{local(name)}</label>
          <Input.TextArea
            id={`${form}-${id}`}
            autoFocus={id === first?.id}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={5000}
            value={values[id] ?? ""}
            onChange={(event) => setValues({ ...values, [id]: event.target.value })}
          />
        </div>
      ))}
      <div className={css.buttons}>
        <Button size="small" onClick={canned.cancel}>
          {t("common.cancel")}
        </Button>
        <Button size="small" type="primary" disabled={!isFilled} onClick={() => canned.fill(values)}>
          {t(isSent ? "ticket.canned.insert_send" : "ticket.canned.insert")}
        </Button>
      </div>
    </div>
  );
}
