import { InputNumber, Select, Space } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";

const UNITS = { minute: 60, hour: 3_600, day: 86_400 } as const;
type Unit = keyof typeof UNITS;
/** The server takes no length beyond ten years. */
const MOST_S = 10 * 366 * 86_400;

/** The largest unit in which a length is a whole number. */
export const unitOf = (seconds: number): Unit =>
  seconds > 0 && seconds % UNITS.day === 0 ? "day" : seconds > 0 && seconds % UNITS.hour === 0 ? "hour" : "minute";

interface SpanInputProps {
  label: string;
  /** What the form gives. In seconds. */
  id?: string;
  value?: number | null;
  onChange?: (next: number | null) => void;
  disabled?: boolean;
}

/** A length of time as a number and a unit. */
export function SpanInput({ label, id, value, onChange, disabled }: SpanInputProps) {
  const { t } = useWords();
  const [unit, setUnit] = useState<Unit>(() => unitOf(value ?? UNITS.hour));
  const amount = value === null || value === undefined ? null : value / UNITS[unit];
  return (
    <Space.Compact block>
      <InputNumber
        id={id}
        aria-label={label}
        min={0}
        max={MOST_S / UNITS[unit]}
        disabled={disabled}
        value={amount}
        onChange={(next) => onChange?.(next === null ? null : Math.round(Number(next) * UNITS[unit]))}
        style={{ flex: 1 }}
      />
      <Select
        aria-label={t("common.unit.label", { name: label })}
        disabled={disabled}
        value={unit}
        onChange={(next: Unit) => {
          setUnit(next);
          if (amount !== null) onChange?.(Math.round(amount * UNITS[next]));
        }}
        options={(["minute", "hour", "day"] as const).map((key) => ({ value: key, label: t(`common.unit.${key}`) }))}
        style={{ flex: "0 0 96px" }}
      />
    </Space.Compact>
  );
}
