/** Leaving a ticket for later: it leaves one's own list for a while, or one is reminded of it. */
import { Input, Radio } from "antd";
import { type ReactNode, useId, useState } from "react";
import { type DialogProps, Question } from "@/features/ticket/acting/actions/dialogs";
import { useWords } from "@/lib/words";
import { fromLocalInput, toLocalInput } from "@/lib/words/time";
import { HOURS, inHours, nextMonday, tomorrow } from "./later";
import css from "./later.module.css";

type Later = "1" | "3" | "tomorrow" | "monday" | "customer" | "at";

/** What is chosen, and the instant that it means: null until the customer writes, undefined while it is none. */
function useLater(first: Later) {
  const { zone } = useWords();
  const [choice, setChoice] = useState<Later>(first);
  const [now] = useState(() => new Date());
  const [value, setValue] = useState(() => toLocalInput(inHours(now, 24), zone));
  const instants: Record<Later, Date | null> = {
    "1": inHours(now, 1),
    "3": inHours(now, 3),
    tomorrow: tomorrow(now, zone),
    monday: nextMonday(now, zone),
    customer: null,
    at: value ? fromLocalInput(value, zone) : null,
  };
  const isReady = choice !== "at" || instants.at !== null;
  return { choice, setChoice, value, setValue, until: instants[choice]?.toISOString() ?? null, isReady };
}

interface LaterFieldProps {
  later: ReturnType<typeof useLater>;
  choices: readonly Later[];
  label: string;
}

function LaterField({ later, choices, label }: LaterFieldProps) {
  const { t, span } = useWords();
  const id = useId();
  const name = (choice: Later): ReactNode => {
    const hours = HOURS.find((each) => String(each) === choice);
    return hours ? t("ticket.snooze.hours", { span: span(hours * 3600) }) : t(`ticket.snooze.${choice}`);
  };
  return (
    <>
      <Radio.Group
        vertical
        aria-label={label}
        className={css.choices}
        value={later.choice}
        onChange={(event) => later.setChoice(event.target.value)}
        options={choices.map((value) => ({ value, label: name(value) }))}
      />
      {later.choice === "at" && (
        <label htmlFor={id} className={css.field}>
          {t("ticket.snooze.instant")}
          <Input
            id={id}
            type="datetime-local"
            value={later.value}
            onChange={(event) => later.setValue(event.target.value)}
          />
        </label>
      )}
    </>
  );
}

export function SnoozeDialog({ act, onClose }: DialogProps) {
  const { t } = useWords();
  const later = useLater("tomorrow");
  return (
    <Question
      name="snooze"
      act={act}
      onClose={onClose}
      isReady={later.isReady}
      commands={[{ do: "snooze", body: { until: later.until, out: false } }]}
    >
      <LaterField
        later={later}
        label={t("ticket.snooze.when")}
        choices={["1", "3", "tomorrow", "monday", "customer", "at"]}
      />
    </Question>
  );
}

export function RemindDialog({ act, onClose }: DialogProps) {
  const { t } = useWords();
  const later = useLater("tomorrow");
  const [text, setText] = useState("");
  const id = useId();
  return (
    <Question
      name="remind"
      act={act}
      onClose={onClose}
      isReady={later.isReady && text.trim() !== ""}
      commands={[{ do: "remind", body: { at: later.until ?? "", text: text.trim() } }]}
    >
      <label htmlFor={id} className={css.field}>
        {t("ticket.remind.text")}
        <Input id={id} value={text} maxLength={500} onChange={(event) => setText(event.target.value)} />
      </label>
      <LaterField later={later} label={t("ticket.remind.when")} choices={["1", "3", "tomorrow", "monday", "at"]} />
    </Question>
  );
}
