import { useQuery } from "@tanstack/react-query";
import { Button, Modal, Select } from "antd";
import { useState } from "react";
import { type ConditionLanguage, draftedLanguageQuery } from "@/lib/api/conditions";
import { useWords } from "@/lib/words";
import { ConditionBuilder } from "@/ui/condition/builder";
import { useSentenceWords } from "@/ui/condition/naming";
import { sentence } from "@/ui/condition/sentence";
import { type Condition, type Group, missing, opened, written } from "@/ui/condition/tree";
import { Failure, SkeletonLines } from "@/ui/states";
import css from "./forms.module.css";

export type Whether = "always" | "never" | Condition;

interface WhetherInputProps {
  label: string;
  /** What the form gives. */
  id?: string;
  value?: Whether;
  onChange?: (next: Whether) => void;
  /** What is offered; by default all. */
  modes?: readonly Mode[];
}

type Mode = "always" | "never" | "when";
const MODES: readonly Mode[] = ["always", "never", "when"];

/** Always, never, or under a condition, which is told as a sentence and edited in a dialog. */
export function WhetherInput({ label, id, value = "always", onChange, modes = MODES }: WhetherInputProps) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { data: language } = useQuery(draftedLanguageQuery);
  const mode = typeof value === "string" ? value : "when";
  const choose = (next: Mode) => {
    if (next === "when") setIsOpen(true);
    else onChange?.(next);
  };
  return (
    <>
      <Select
        id={id}
        aria-label={label}
        value={mode}
        onChange={choose}
        options={modes.map((key) => ({
          value: key,
          label: t(`forms.whether.${key}`),
        }))}
      />
      {typeof value !== "string" && (
        <Button type="link" size="small" className={css.sentence} onClick={() => setIsOpen(true)}>
          {language ? <Sentence language={language} root={opened(value)} /> : t("forms.whether.edit")}
        </Button>
      )}
      {isOpen && (
        <ConditionDialog
          label={label}
          value={typeof value === "string" ? null : value}
          onClose={() => setIsOpen(false)}
          onDone={(next) => {
            onChange?.(next);
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}

function Sentence({ language, root }: { language: ConditionLanguage; root: Group }) {
  const words = useSentenceWords(language, root);
  return <>{sentence(root, words)}</>;
}

interface ConditionDialogProps {
  label: string;
  value: Condition | null;
  onClose: () => void;
  onDone: (next: Condition) => void;
}

function ConditionDialog({ label, value, onClose, onDone }: ConditionDialogProps) {
  const { t } = useWords();
  const { data: language, error, refetch } = useQuery(draftedLanguageQuery);
  const [root, setRoot] = useState(() => opened(value));
  const [isAsked, setIsAsked] = useState(false);
  const done = () => {
    setIsAsked(true);
    if (language && root.parts.length > 0 && missing(root, language).length === 0) onDone(written(root));
  };
  return (
    <Modal
      open
      width={720}
      title={label}
      okText={t("forms.whether.done")}
      cancelText={t("common.cancel")}
      okButtonProps={{ disabled: root.parts.length === 0 }}
      onOk={done}
      onCancel={onClose}
    >
      <p className={css.hint}>{t("forms.whether.help")}</p>
      {error && !language && <Failure error={error} onRetry={() => refetch()} />}
      {!language && !error && <SkeletonLines count={3} />}
      {language && <ConditionBuilder language={language} value={root} isAsked={isAsked} onChange={setRoot} />}
    </Modal>
  );
}
