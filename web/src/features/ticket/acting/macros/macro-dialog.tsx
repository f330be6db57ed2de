/** Running a macro: which one, what it would do to this ticket, and then all of it at once. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Select } from "antd";
import { useId, useState } from "react";
import { type DialogProps, Question, Words } from "@/features/ticket/acting/actions/dialogs";
import type { Act } from "@/features/ticket/acting/actions/use-act";
import type { Ticket } from "@/features/ticket/queries";
import { filledIn } from "@/features/ticket/writing/canned/filling";
import { useKnown } from "@/features/ticket/writing/canned/known";
import { Audience } from "@/features/ticket/writing/composer/audience";
import { cannedQuery } from "@/lib/api/canned";
import { type Macro, macrosQuery } from "@/lib/api/macros";
import { useWords } from "@/lib/words";
import { useSettled } from "@/ui/fields/settled";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import css from "./macros.module.css";
import { problemOf, rehearsalQuery } from "./queries";
import { Steps } from "./steps";

export function MacroDialog({ ticket, act, onClose }: DialogProps) {
  const { t } = useWords();
  const client = useQueryClient();
  const { data: macros, error, refetch } = useQuery(macrosQuery);
  const [key, setKey] = useState<string>();
  const macro = macros?.find((each) => each.key === key);
  const words = useMacroWords(ticket, macro);
  const settled = useSettled(words.text);
  const rehearsal = useQuery(rehearsalQuery(ticket, macro, settled));
  const isSaid = words.said === null || words.text.trim() !== "";
  const isShown = isSaid && rehearsal.data !== undefined && settled === words.text;
  const tried: Act = async (...asked) => {
    const isDone = await act(...asked);
    if (!isDone) void client.invalidateQueries({ queryKey: macrosQuery.queryKey });
    return isDone;
  };
  return (
    <Question
      name="macros"
      act={tried}
      onClose={onClose}
      isReady={isShown && !rehearsal.isFetching && !(rehearsal.data && problemOf(rehearsal.data))}
      commands={macro ? [{ do: "macro", body: { key: macro.key, version: macro.version, text: words.text } }] : []}
    >
      {!macros && (error ? <Failure error={error} onRetry={refetch} /> : <SkeletonLines count={2} height={32} />)}
      {macros?.length === 0 && <NoMacros />}
      {macros && macros.length > 0 && <Choice macros={macros} value={key} onChange={setKey} />}
      {macro && words.said && (
        <>
          <Words
            text={words.text}
            onText={words.write}
            label={t(`ticket.macros.words.${words.said}`, { name: ticket.requester.name })}
            most={10_000}
          />
          <Audience ticket={ticket} mode={words.said} />
        </>
      )}
      {macro && (
        <Steps
          rehearsed={rehearsal.data}
          error={rehearsal.error}
          says={words.said === "reply"}
          onRetry={() => {
            void refetch();
            void rehearsal.refetch();
          }}
        />
      )}
    </Question>
  );
}

interface ChoiceProps {
  macros: readonly Macro[];
  value: string | undefined;
  onChange: (key: string) => void;
}

function Choice({ macros, value, onChange }: ChoiceProps) {
  const { t, local } = useWords();
  const id = useId();
  return (
    <label htmlFor={id} className={css.field}>
      <span className={css.heading}>
        {t("ticket.macros.choose")}
        <Manage />
      </span>
      <Select
        id={id}
        showSearch={{ optionFilterProp: "label" }}
        value={value}
        placeholder={t("ticket.macros.none_chosen")}
        options={macros.map((each) => ({ value: each.key, label: local(each.name) }))}
        onChange={onChange}
      />
    </label>
  );
}

function NoMacros() {
  const { t } = useWords();
  return (
    <Empty isPart icon="play" title={t("ticket.macros.empty.title")} text={t("ticket.macros.empty.text")}>
      <Manage />
    </Empty>
  );
}

function Manage() {
  const { t } = useWords();
  return (
    <a href="/admin/macros" target="_blank" rel="noreferrer">
      {t("ticket.macros.manage")}
    </a>
  );
}

/** What the macro says, with what the ticket knows in it; whoever runs it writes the rest. */
function useMacroWords(ticket: Ticket, macro: Macro | undefined) {
  const { local } = useWords();
  const known = useKnown(ticket);
  const says = macro?.actions.find(({ say }) => say);
  const { data } = useQuery({ ...cannedQuery, enabled: says !== undefined });
  const [written, setWritten] = useState<{ of: string; text: string }>();
  const { sure, guessed } = known();
  const filled = filledIn(local(says?.text), data?.variables ?? [], { ...guessed, ...sure });
  const of = `${macro?.key} ${macro?.version}`;
  return {
    said: says?.say ?? null,
    text: written?.of === of ? written.text : says ? filled : "",
    write: (text: string) => setWritten({ of, text }),
  };
}
