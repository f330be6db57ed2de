import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Popover } from "antd";
import { lazy, Suspense, useState } from "react";
import { type Message, ticketQuery } from "@/features/ticket/queries";
import { api, seen, unwrap } from "@/lib/api";
import { useWords } from "@/lib/words";
import { Refusal, SkeletonLines } from "@/ui/states";
import type { Said } from "../../writing/rich/said";
import css from "./note-editing.module.css";

const NoteWords = lazy(() => import("./note-words"));

const at = (number: string, { id }: Message) => ({ path: { number, message_id: id } });

interface NoteFormProps {
  number: string;
  note: Message;
  onDone: () => void;
}

/** A note, put otherwise where it stands. Ctrl/Cmd+Enter saves, Escape leaves it as it was. */
export function NoteForm({ number, note, onDone }: NoteFormProps) {
  const { t } = useWords();
  const client = useQueryClient();
  const [{ text, html }, setSaid] = useState<Said>({ text: note.text, html: note.html });
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.PATCH("/api/v1/tickets/{number}/notes/{message_id}", {
          params: at(number, note),
          body: { text: text.trim(), html },
          headers: seen(note.version),
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ticketQuery(number).queryKey.slice(0, 2) });
      onDone();
    },
  });
  const isIdle = text.trim() === "" || (text.trim() === note.text && html === note.html);
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return false;
    if (event.key === "Escape") {
      event.stopPropagation();
      onDone();
      return true;
    }
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return false;
    event.preventDefault();
    if (!isIdle && !save.isPending) save.mutate();
    return true;
  };
  return (
    <div className={css.form}>
      {note.html === null ? (
        <Input.TextArea
          autoFocus
          autoSize={{ minRows: 2, maxRows: 14 }}
          maxLength={100_000}
          aria-label={t("ticket.note.edit")}
          value={text}
          onChange={(event) => setSaid({ text: event.target.value, html: null })}
          onKeyDown={({ nativeEvent }) => void onKey(nativeEvent)}
        />
      ) : (
        <Suspense fallback={<SkeletonLines count={2} height={20} />}>
          <NoteWords
            said={{ text, html }}
            files={note.files}
            label={t("ticket.note.edit")}
            onSaid={setSaid}
            onKey={onKey}
          />
        </Suspense>
      )}
      <Refusal error={save.error} />
      <div className={css.buttons}>
        <Button size="small" onClick={onDone}>
          {t("common.cancel")}
        </Button>
        <Button size="small" type="primary" disabled={isIdle} loading={save.isPending} onClick={() => save.mutate()}>
          {t("ticket.note.save")}
        </Button>
      </div>
    </div>
  );
}

/** Says that a note was put otherwise; pressed, what it said before. */
export function NoteVersions({ number, note }: { number: string; note: Message }) {
  const { t } = useWords();
  return (
    <Popover trigger="click" placement="bottomLeft" content={<Versions number={number} note={note} />}>
      <button type="button" className={css.edited}>
        {t("ticket.note.edited")}
      </button>
    </Popover>
  );
}

function Versions({ number, note }: { number: string; note: Message }) {
  const { t, exact } = useWords();
  const { data, error } = useQuery({
    queryKey: ["note-versions", number, note.id, note.version],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/tickets/{number}/notes/{message_id}/versions", { params: at(number, note), signal })),
  });
  if (error) return <Refusal error={error} />;
  if (!data) return <SkeletonLines count={2} height={20} />;
  return (
    <ol className={css.versions} aria-label={t("ticket.note.versions")}>
      {data.map((one) => (
        <li key={one.version}>
          <time dateTime={one.at}>{exact(one.at)}</time>
          <p>{one.text}</p>
        </li>
      ))}
    </ol>
  );
}
