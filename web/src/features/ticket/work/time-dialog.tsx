/** How long one worked on a ticket, said by hand or said anew. */
import { Input, InputNumber, Select } from "antd";
import { useId, useState } from "react";
import { type DialogProps, Question } from "@/features/ticket/acting/actions/dialogs";
import type { Schemas } from "@/lib/api";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { toLocalInput } from "@/lib/words/time";
import css from "./later.module.css";

const LONGEST = 1440;

interface TimeDialogProps extends Pick<DialogProps, "act" | "onClose"> {
  /** The entry that is said anew; none: a new one. */
  entry?: Schemas["TimeEntry"];
}

export function RecordTimeDialog({ act, onClose, entry }: TimeDialogProps) {
  const { t, zone, local } = useWords();
  const { workKinds } = useNames();
  const today = toLocalInput(new Date(), zone).slice(0, 10);
  const [minutes, setMinutes] = useState<number | null>(entry?.minutes ?? null);
  const [day, setDay] = useState(entry?.day ?? today);
  const [kind, setKind] = useState(entry?.work_kind ?? null);
  const [note, setNote] = useState(entry?.note ?? "");
  const [minutesId, dayId, kindId, noteId] = [useId(), useId(), useId(), useId()];
  const body = { minutes: minutes ?? 0, day: day || null, work_kind: kind, note: note.trim() };
  const offered = workKinds.filter(({ key, retired }) => !retired || key === entry?.work_kind);
  const options = offered.map(({ key, name }) => ({ value: key, label: local(name) }));
  return (
    <Question
      name="record_time"
      act={act}
      onClose={onClose}
      isReady={minutes !== null && day !== ""}
      commands={[entry ? { do: "correct_time", body: { id: entry.id, body } } : { do: "record_time", body }]}
    >
      <label htmlFor={minutesId} className={css.field}>
        {t("ticket.time.minutes_field")}
        <InputNumber
          id={minutesId}
          min={1}
          max={LONGEST}
          precision={0}
          value={minutes}
          onChange={(value) => setMinutes(value)}
        />
      </label>
      <label htmlFor={dayId} className={css.field}>
        {t("ticket.time.day")}
        <Input id={dayId} type="date" max={today} value={day} onChange={(event) => setDay(event.target.value)} />
      </label>
      {(offered.length > 0 || kind !== null) && (
        <label htmlFor={kindId} className={css.field}>
          {t("ticket.time.kind")}
          <Select id={kindId} allowClear value={kind} onChange={(key) => setKind(key ?? null)} options={options} />
        </label>
      )}
      <label htmlFor={noteId} className={css.field}>
        {t("ticket.time.note")}
        <Input id={noteId} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </label>
    </Question>
  );
}
