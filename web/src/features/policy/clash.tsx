/** Two sides changed the same entries: what each did, and the choice between them, entry by entry. */
import { Form, Radio } from "antd";
import { useState } from "react";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { Changes } from "./changes";
import css from "./clash.module.css";
import type { Choices, Clash, Conflict, DraftSection } from "./draft";

interface ClashProps<T> {
  conflict: Conflict<T>;
  settle: (choices: Choices) => Promise<unknown>;
  /** Nothing is saved; what was entered stays. */
  onClose: () => void;
}

/**
 * For the page of a section: the dialog while somebody saved the same entries, and a key for its form, which begins anew
 * with what was chosen.
 */
export function useClash<T>({ conflict, settle, leave }: DraftSection<T>) {
  const [round, setRound] = useState(0);
  const choose = async (choices: Choices) => {
    await settle(choices);
    setRound(round + 1);
  };
  return { round, clash: conflict && <ClashDialog conflict={conflict} settle={choose} onClose={leave} /> };
}

/** Somebody saved the same entries of the draft. */
function ClashDialog<T>({ conflict, settle, onClose }: ClashProps<T>) {
  const { t, exact } = useWords();
  const names = useNames();
  const { author_id: id, updated_at: when, clashes } = conflict;
  const who = id === null ? undefined : names.member(id)?.name;
  return (
    <ChoiceDialog
      key={conflict.version}
      said={who && when ? t("policy.clash.by", { who, when: exact(when) }) : t("policy.clash.by_release")}
      clashes={clashes}
      sides={{ yours: t("policy.clash.mine"), theirs: who ?? t("policy.clash.other") }}
      send={t("policy.clash.save")}
      onSend={settle}
      onClose={onClose}
    />
  );
}

interface ChoiceProps {
  /** Who did what. */
  said: string;
  clashes: readonly Clash[];
  /** What the sides are called. */
  sides: { yours: string; theirs: string };
  send: string;
  onSend: (choices: Choices) => Promise<unknown>;
  onClose: () => void;
}

export function ChoiceDialog({ said, clashes, sides, send, onSend, onClose }: ChoiceProps) {
  const { t, local } = useWords();
  const needed = { required: true, message: t("policy.clash.needed") };
  return (
    <FormDialog<Choices> title={t("policy.clash.title")} send={send} width={640} onSend={onSend} onClose={onClose}>
      <p className={css.said}>{said}</p>
      {clashes.map((clash) => (
        <Form.Item key={clash.key} name={[clash.key]} label={local(clash.name)} required rules={[needed]}>
          <Radio.Group className={css.sides}>
            {(["yours", "theirs"] as const).map((side) => (
              <Radio key={side} value={side} className={css.side}>
                <strong>{sides[side]}</strong>
                <Changes changes={clash[side].changes} none={t("policy.clash.as_it_was")} />
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
      ))}
    </FormDialog>
  );
}
