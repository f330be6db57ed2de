/**
 * Edits a condition: a tree of groups that reads as a sentence. Its fields and operators are those that the server
 * names; its bounds are told before they are hit, and faults stand at the leaf that they are about.
 */
import { Alert } from "antd";
import { useRef } from "react";
import type { ConditionLanguage } from "@/lib/api/conditions";
import { useWords } from "@/lib/words";
import css from "./condition.module.css";
import { GroupBox } from "./group-box";
import { useSentenceWords } from "./naming";
import { sentence } from "./sentence";
import { changed, countOf, depthOf, type Fault, faultsAt, type Group, missing, type Part } from "./tree";

export interface Builder {
  language: ConditionLanguage;
  faults: readonly Fault[];
  /** Leaves that are not filled in; shown as faults once the condition was `isAsked` for. */
  missing: readonly number[];
  isAsked: boolean;
  room: number;
  change: (id: number, change: (part: Part) => Part | null) => void;
  remove: (id: number) => void;
}

interface ConditionBuilderProps {
  language: ConditionLanguage;
  value: Group;
  onChange: (next: Group) => void;
  faults?: readonly Fault[];
  /** Where the condition stands in the request: the beginning of the paths of faults. */
  at?: string;
  isAsked?: boolean;
}

/** From so many of what is allowed on, what is left is told. */
const NEARLY = 0.8;

export function ConditionBuilder({
  language,
  value,
  onChange,
  faults = [],
  at = "",
  isAsked = false,
}: ConditionBuilderProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const words = useSentenceWords(language, value);
  const [count, depth] = [value.parts.length > 0 ? countOf(value) : 0, depthOf(value)];
  const builder: Builder = {
    language,
    faults,
    missing: missing(value, language),
    isAsked,
    room: language.max_leaves - count,
    change: (id, change) => onChange(changed(value, id, change)),
    remove: (id) => {
      onChange(changed(value, id, () => null));
      requestAnimationFrame(() => box.current?.querySelector<HTMLElement>("[data-add]")?.focus());
    },
  };
  const unplaced = faultsAt(faults, at, value);
  const isNear = count >= language.max_leaves * NEARLY || depth >= language.max_depth - 1;
  return (
    <div className={css.builder} ref={box}>
      <GroupBox group={value} path={at} level={1} builder={builder} isRoot />
      {isNear && (
        <p className={css.bounds} role="status">
          {t("condition.bounds", { n: count, most: language.max_leaves, depth, deepest: language.max_depth })}
        </p>
      )}
      <p className={css.sentence} aria-live="polite">
        <span className={css.reads}>{t("condition.reads")}</span>
        {value.parts.length > 0 ? sentence(value, words) : t("condition.everything")}
      </p>
      {unplaced.length > 0 && <Alert type="error" showIcon title={unplaced.map(({ title }) => title).join(" ")} />}
    </div>
  );
}
