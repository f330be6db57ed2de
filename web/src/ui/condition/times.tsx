/** Instants, lengths of time and spans that begin or end now. */
import { Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { fromLocalInput, toLocalInput } from "@/lib/words/time";
import css from "./condition.module.css";
import { isKnown } from "./tree";
import { status, type ValueProps } from "./value-input";

/** An instant, or the one at which the condition is read. */
export function Moment({ value, operator, label, isWrong, onChange }: ValueProps) {
  const { t, zone } = useWords();
  const isNow = isKnown(value);
  const kinds = [
    { value: "at", label: t("condition.at") },
    { value: "now", label: t("condition.known.now") },
  ];
  return (
    <>
      {operator.known === "now" && (
        <Select
          aria-label={t("condition.which_moment", { label })}
          className={css.short}
          options={kinds}
          value={isNow ? "now" : "at"}
          onChange={(kind) => onChange(kind === "now" ? { known: "now" } : undefined)}
        />
      )}
      {!isNow && (
        <Input
          type="datetime-local"
          aria-label={label}
          className={css.value}
          status={status(isWrong)}
          value={typeof value === "string" ? toLocalInput(new Date(value), zone) : ""}
          onChange={({ target }) => onChange(fromLocalInput(target.value, zone)?.toISOString())}
        />
      )}
    </>
  );
}

const SECONDS = { minute: 60, hour: 3_600, day: 86_400 } as const;
type Unit = keyof typeof SECONDS;

export function Duration({ value, label, isWrong, onChange }: ValueProps) {
  const { t } = useWords();
  const seconds = typeof value === "number" ? value : null;
  const fitting = (["day", "hour", "minute"] as const).find((unit) => seconds && seconds % SECONDS[unit] === 0);
  const [chosen, setChosen] = useState<Unit>(fitting ?? "hour");
  const units = (["minute", "hour", "day"] as const).map((unit) => ({
    value: unit,
    label: t(`condition.unit.${unit}`),
  }));
  return (
    <>
      <InputNumber
        aria-label={label}
        className={css.short}
        status={status(isWrong)}
        value={seconds === null ? null : seconds / SECONDS[chosen]}
        onChange={(n) => onChange(n === null ? undefined : Math.round(n * SECONDS[chosen]))}
      />
      <Select
        aria-label={t("condition.unit_of", { label })}
        className={css.short}
        options={units}
        value={chosen}
        onChange={(unit) => {
          setChosen(unit);
          if (seconds !== null) onChange((seconds / SECONDS[chosen]) * SECONDS[unit]);
        }}
      />
    </>
  );
}

export function Span({ operator, value, label, isWrong, onChange }: ValueProps) {
  const { t } = useWords();
  const { n, unit = operator.units.at(-2) ?? "day" } = (value ?? {}) as { n?: number; unit?: string };
  const units = operator.units.map((each) => ({ value: each as string, label: t(`condition.unit.${each}`) }));
  return (
    <>
      <InputNumber
        aria-label={label}
        className={css.short}
        status={status(isWrong)}
        min={1}
        precision={0}
        value={n ?? null}
        onChange={(count) => onChange(count === null ? undefined : { n: count, unit })}
      />
      <Select
        aria-label={t("condition.unit_of", { label })}
        className={css.short}
        options={units}
        value={unit}
        onChange={(next) => onChange({ n, unit: next })}
      />
    </>
  );
}
