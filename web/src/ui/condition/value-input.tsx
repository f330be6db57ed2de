/** The value of a leaf: an input that fits the type of its field and the shape that its operator wants. */
import { Input, InputNumber, Select } from "antd";
import type { ReactNode } from "react";
import type { ConditionField, ConditionOperator } from "@/lib/api/conditions";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import css from "./condition.module.css";
import { FoundInput } from "./found-input";
import { isAnybody, isOrganisation, type Option, optionsOf } from "./naming";
import { PersonOption } from "./person-option";
import { Duration, Moment, Span } from "./times";
import { isKnown } from "./tree";

export interface ValueProps {
  field: ConditionField;
  operator: ConditionOperator;
  value: unknown;
  label: string;
  isWrong: boolean;
  onChange: (value: unknown) => void;
}

export function ValueInput(props: ValueProps) {
  switch (props.operator.shape) {
    case "nothing":
      return null;
    case "many":
      return <Many {...props} />;
    case "range":
      return <Range {...props} />;
    case "span":
      return <Span {...props} />;
    default:
      return <One {...props} />;
  }
}

export const status = (isWrong: boolean) => (isWrong ? ("error" as const) : undefined);
const KNOWN = "@known";

const personOption = ({ value, label }: { value?: unknown; label?: ReactNode }) => (
  <PersonOption id={value}>{label}</PersonOption>
);

/** The choice that leaves the value to the reader, before all others. */
function useKnown({ field, operator }: ValueProps): Option[] {
  const { t } = useWords();
  const { known } = operator;
  if (!known || (known === "me" && field.member !== "person")) return [];
  return [{ value: KNOWN, label: t(`condition.known.${known}`) }];
}

function One(props: ValueProps) {
  const { field, operator, value, label, isWrong, onChange } = props;
  const { t } = useWords();
  const words = useWords();
  const names = useNames();
  const known = useKnown(props);
  const common = { "aria-label": label, status: status(isWrong), className: css.value };
  if (isAnybody(field) || isOrganisation(field)) return <FoundInput {...props} known={known} />;
  const options = optionsOf(field, names, words);
  if (field.member === "bool") {
    const yes = [true, false].map((one) => ({ value: Number(one), label: t(one ? "condition.yes" : "condition.no") }));
    const chosen = typeof value === "boolean" ? Number(value) : undefined;
    return <Select {...common} options={yes} value={chosen} onChange={(one) => onChange(Boolean(one))} />;
  }
  if (options) {
    const chosen = isKnown(value) ? KNOWN : ((value ?? undefined) as Option["value"] | undefined);
    return (
      <Select<Option["value"]>
        {...common}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        placeholder={t("condition.choose")}
        options={[...known, ...options]}
        optionRender={field.member === "person" ? personOption : undefined}
        value={chosen}
        onChange={(one) => onChange(one === KNOWN ? { known: operator.known } : one)}
      />
    );
  }
  if (field.member === "instant") return <Moment {...props} />;
  if (field.member === "duration") return <Duration {...props} />;
  if (field.member === "number" || field.member === "money") {
    const scale = field.member === "money" ? 100 : 1;
    return (
      <InputNumber
        {...common}
        precision={scale === 1 ? 0 : 2}
        value={typeof value === "number" ? value / scale : null}
        onChange={(one) => onChange(one === null ? undefined : Math.round(one * scale))}
      />
    );
  }
  return (
    <Input
      {...common}
      type={field.member === "date" ? "date" : "text"}
      maxLength={500}
      value={(value as string | undefined) ?? ""}
      onChange={({ target }) => onChange(target.value || undefined)}
    />
  );
}

const NUMERIC = new Set(["number", "money", "duration"]);

function Many(props: ValueProps) {
  const { field, operator, value, label, isWrong, onChange } = props;
  const words = useWords();
  const names = useNames();
  const known = useKnown(props);
  if (isAnybody(field) || isOrganisation(field)) return <FoundInput {...props} known={[]} />;
  const options = optionsOf(field, names, words);
  const scale = field.member === "money" ? 100 : 1;
  const isNumeric = NUMERIC.has(field.member);
  const chosen = Array.isArray(value) ? value.map((one) => (isNumeric ? String(Number(one) / scale) : one)) : [];
  const read = (all: Option["value"][]) => {
    if (all.includes(KNOWN))
      return onChange(all.at(-1) === KNOWN ? { known: operator.known } : all.filter((one) => one !== KNOWN));
    if (!isNumeric) return onChange(all);
    onChange(all.map((one) => Math.round(Number(one) * scale)).filter(Number.isFinite));
  };
  return (
    <Select<Option["value"][]>
      mode={options ? "multiple" : "tags"}
      aria-label={label}
      className={css.values}
      status={status(isWrong)}
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      placeholder={words.t(options ? "condition.choose" : "condition.type_in")}
      tokenSeparators={options ? undefined : [",", "，", "、"]}
      options={options ? [...known, ...options] : undefined}
      optionRender={field.member === "person" ? personOption : undefined}
      value={isKnown(value) ? [KNOWN] : chosen}
      onChange={read}
    />
  );
}

function Range(props: ValueProps) {
  const { t } = useWords();
  const { value, label, onChange } = props;
  const [low, high] = Array.isArray(value) ? value : [];
  const operator = { ...props.operator, shape: "one" as const, known: null };
  return (
    <>
      <One
        {...props}
        operator={operator}
        label={t("condition.low", { label })}
        value={low}
        onChange={(one) => onChange([one, high])}
      />
      <span className={css.to}>{t("condition.to")}</span>
      <One
        {...props}
        operator={operator}
        label={t("condition.high", { label })}
        value={high}
        onChange={(one) => onChange([low, one])}
      />
    </>
  );
}
