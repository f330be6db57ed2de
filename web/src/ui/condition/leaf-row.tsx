import { Button, Select } from "antd";
import type { ConditionField, ConditionOperator } from "@/lib/api/conditions";
import { useWords } from "@/lib/words";
import { Icon } from "../marks/icon";
import type { Builder } from "./builder";
import css from "./condition.module.css";
import { operatorName } from "./sentence";
import { type Fault, type Leaf, leafOf, operatorOf } from "./tree";
import { ValueInput } from "./value-input";

interface LeafRowProps {
  leaf: Leaf;
  faults: readonly Fault[];
  builder: Builder;
  /** How it is joined to what stands before it. */
  joint: string;
  /** Denying takes a level more. */
  mayDeny: boolean;
}

const DENIED = "not ";

/** `状态 是…之一 处理中`: a leaf, in the order in which it is said. */
export function LeafRow({ leaf, faults, builder, joint, mayDeny }: LeafRowProps) {
  const { t, local } = useWords();
  const { language, change, isAsked } = builder;
  const field = language.fields.find(({ key }) => key === leaf.field);
  const operator = operatorOf(language, leaf);
  const isMissing = isAsked && builder.missing.includes(leaf.id);
  const name = field ? local(field.name) : leaf.field || t("condition.field");
  const chooseField = (key: string) => {
    const next = language.fields.find((each) => each.key === key);
    const same = next?.type === field?.type && next?.member === field?.member && next?.choices.length === 0;
    const [first] = next ? (language.operators[next.type] ?? []) : [];
    change(leaf.id, () => ({
      ...(same ? leaf : leafOf(key, first?.op ?? "", undefined)),
      id: leaf.id,
      field: key,
    }));
  };
  const chooseOperator = (key: string) => {
    const isDenied = key.startsWith(DENIED);
    const op = isDenied ? key.slice(DENIED.length) : key;
    const next = field && language.operators[field.type]?.find((each) => each.op === op);
    const value = next?.shape === operator?.shape ? leaf.value : fitted(leaf.value, operator, next);
    change(leaf.id, () => ({ ...leaf, op, isDenied, value }));
  };
  return (
    <div className={css.line} data-leaf={leaf.id}>
      <span className={css.joint}>{joint}</span>
      <div className={css.leaf} data-wrong={faults.length > 0 || isMissing || undefined}>
        <Select
          aria-label={t("condition.field")}
          className={css.field}
          autoFocus={leaf.field === ""}
          showSearch={{ optionFilterProp: "label" }}
          popupMatchSelectWidth={false}
          placeholder={t("condition.field")}
          options={language.fields.map((each) => ({ value: each.key, label: capital(local(each.name)) }))}
          value={leaf.field || undefined}
          status={isMissing && !field ? "error" : undefined}
          onChange={chooseField}
        />
        {field && (
          <Select
            aria-label={t("condition.operator", { field: name })}
            className={css.operator}
            popupMatchSelectWidth={false}
            options={operatorOptions(language.operators[field.type] ?? [], field, mayDeny || leaf.isDenied, local)}
            value={(leaf.isDenied ? DENIED : "") + leaf.op}
            onChange={chooseOperator}
          />
        )}
        {field && operator && (
          <ValueInput
            // Another field or shape is another input.
            key={`${field.key} ${operator.shape}`}
            field={field}
            operator={operator}
            value={leaf.value}
            label={t("condition.value", { field: name })}
            isWrong={isMissing || faults.some(({ field: at }) => at.endsWith(".value"))}
            onChange={(value) => change(leaf.id, () => ({ ...leaf, value }))}
          />
        )}
        <Button
          type="text"
          className={css.remove}
          aria-label={t("condition.remove", { field: name })}
          title={t("condition.remove", { field: name })}
          icon={<Icon name="close" size={14} />}
          onClick={() => builder.remove(leaf.id)}
        />
      </div>
      {(faults.length > 0 || isMissing) && (
        <p className={css.fault} role="alert">
          {faults.map(({ title }) => title).join(" ") || t("condition.incomplete")}
        </p>
      )}
    </div>
  );
}

/** Names of fields begin small where they stand inside a sentence. */
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Each operator, and its contrary where that is said by a clause of its own. */
function operatorOptions(
  operators: readonly ConditionOperator[],
  field: ConditionField,
  mayDeny: boolean,
  local: (name: Record<string, string>) => string,
) {
  const written = (name: Record<string, string>) => operatorName(local(name)) || local(field.name);
  return operators.flatMap(({ op, says, denies }) => [
    { value: op as string, label: written(says) },
    ...(denies && mayDeny ? [{ value: DENIED + op, label: written(denies) }] : []),
  ]);
}

/** What can be kept of a value when one becomes many, or many one. */
function fitted(value: unknown, from: ConditionOperator | undefined, to: ConditionOperator | undefined): unknown {
  if (from?.shape === "one" && to?.shape === "many" && value !== undefined && typeof value !== "object") return [value];
  if (from?.shape === "many" && to?.shape === "one" && Array.isArray(value)) return value[0];
  return undefined;
}
