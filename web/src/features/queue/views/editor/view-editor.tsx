/** A view, whole: its condition with how many tickets meet it, how it is shown, and who has it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Drawer, Input } from "antd";
import { type ReactNode, useRef, useState } from "react";
import { Problem } from "@/lib/api";
import { languageQuery } from "@/lib/api/conditions";
import { useMedia } from "@/lib/browser/media";
import { useHotkeys } from "@/lib/hotkeys";
import { useWords } from "@/lib/words";
import { ConditionBuilder } from "@/ui/condition/builder";
import { missing } from "@/ui/condition/tree";
import { Failure, Refusal, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { useChangeView, useSaveView, viewsQuery } from "../../queries";
import type { ViewInfo } from "../../slice";
import { Conflict } from "./conflict";
import { bodyOf, type Draft, differing } from "./draft";
import css from "./editor.module.css";
import { Matches, useMatches } from "./matches";
import { Sharing, useSharing } from "./sharing";
import { Showing } from "./showing";

interface ViewEditorProps {
  /** The view that is changed, or that a new one begins with. */
  view: ViewInfo;
  isNew: boolean;
  initial: Draft;
  onClose: () => void;
  onSaved: (key: string) => void;
}

export function ViewEditor({ view, isNew, initial, onClose, onSaved }: ViewEditorProps) {
  const { t } = useWords();
  const isNarrow = useMedia("(max-width: 900px)");
  const [draft, setDraft] = useState(initial);
  const [begun, setBegun] = useState(initial);
  const [version, setVersion] = useState(view.version);
  const [isAsked, setIsAsked] = useState(false);
  const { data: language, error: unread, refetch } = useQuery(languageQuery());
  const saving = useSaving({ view, isNew, draft, version, onSaved });
  const matches = useMatches(draft.root, language);
  const sharing = useSharing(isNew ? undefined : view);
  const name = useRef<HTMLElement>(null);
  const lacks = language ? missing(draft.root, language) : [];
  const isDirty = isNew || differing(draft, begun).length > 0;
  const put = (change: Partial<Draft>) => {
    saving.forget();
    setDraft((before) => ({ ...before, ...change }));
  };
  const noTeam = draft.shared === "teams" && draft.teams.length === 0;
  const save = () => {
    setIsAsked(true);
    if (saving.isPending || !language) return;
    if (draft.name.trim() === "") return name.current?.querySelector("input")?.focus();
    if (lacks.length === 0 && !noTeam) saving.send();
  };
  useHotkeys({
    "mod+s": (event) => {
      event.preventDefault();
      save();
    },
    "mod+enter": save,
  });
  const close = useLeaving(differing(draft, initial).length > 0, onClose);
  const title = t(isNew ? "views.new" : "views.edit");
  const noName = isAsked && draft.name.trim() === "";
  return (
    <Drawer
      open
      size={isNarrow ? "100vw" : "min(760px, 100vw)"}
      title={title}
      aria-label={title}
      onClose={close}
      afterOpenChange={(isOpen) => isOpen && isNew && name.current?.querySelector("input")?.focus()}
      footer={
        <div className={css.foot}>
          <Matches matches={matches} isComplete={lacks.length === 0} />
          <Button onClick={close}>{t("common.cancel")}</Button>
          <Button type="primary" loading={saving.isPending} disabled={!isDirty} onClick={save}>
            {t("views.save")}
          </Button>
        </div>
      }
    >
      {saving.theirs && (
        <Conflict
          theirs={saving.theirs}
          by={saving.by}
          mine={draft}
          begun={begun}
          language={language}
          onTake={(taken) => {
            setDraft(taken);
            setBegun(taken);
            setVersion(saving.theirs?.version ?? version);
            saving.forget();
          }}
          onKeep={() => saving.send(saving.theirs?.version)}
        />
      )}
      <Refusal error={saving.shown} />
      <Field label={t("views.name")} fault={noName ? t("common.needed") : undefined} box={name}>
        <Input
          aria-label={t("views.name")}
          maxLength={60}
          value={draft.name}
          status={noName ? "error" : undefined}
          onChange={({ target }) => put({ name: target.value })}
          onPressEnter={save}
        />
      </Field>
      <Sharing draft={draft} sharing={sharing} isAsked={isAsked} onChange={put} />
      <Field label={t("views.condition")}>
        {unread && !language && <Failure error={unread} onRetry={() => refetch()} />}
        {!language && !unread && <SkeletonLines count={3} />}
        {language && (
          <ConditionBuilder
            language={language}
            value={draft.root}
            at="condition"
            faults={[...saving.faults, ...matches.faults]}
            isAsked={isAsked}
            onChange={(root) => put({ root })}
          />
        )}
      </Field>
      <Showing draft={draft} view={view} onChange={put} />
    </Drawer>
  );
}

interface FieldProps {
  label: string;
  fault?: string;
  box?: React.RefObject<HTMLElement | null>;
  children: ReactNode;
}

/** A part of the editor with its name above it, and what is wrong beneath. */
export function Field({ label, fault, box, children }: FieldProps) {
  return (
    <section className={css.field} aria-label={label} ref={box}>
      <h3>{label}</h3>
      {children}
      <p className={css.fault} role={fault ? "alert" : undefined}>
        {fault}
      </p>
    </section>
  );
}

const isStale = (error: unknown) => error instanceof Problem && error.status === 412;

interface Saving extends Pick<ViewEditorProps, "view" | "isNew" | "onSaved"> {
  draft: Draft;
  version: number;
}

/** Saves; when somebody else was faster, `theirs` is what they made of the view. */
function useSaving({ view, isNew, draft, version, onSaved }: Saving) {
  const client = useQueryClient();
  const add = useSaveView();
  const change = useChangeView();
  const [theirs, setTheirs] = useState<ViewInfo>();
  const command = isNew ? add : change;
  const done = { onSuccess: ({ key }: { key: string }) => onSaved(key) };
  const send = (seen = version) => {
    const body = bodyOf(draft, view.colours);
    if (isNew) return add.mutate(body, done);
    const onError = async (error: unknown) => {
      if (!isStale(error)) return;
      const views = await client.fetchQuery({ ...viewsQuery, staleTime: 0 });
      setTheirs(views.find(({ key }) => key === view.key));
    };
    change.mutate({ view: { ...view, version: seen }, body }, { ...done, onError });
  };
  const { error, isPending } = command;
  const faults = error instanceof Problem ? error.faults.filter(({ field }) => field.startsWith("condition")) : [];
  const isPlaced = error instanceof Problem && faults.length > 0 && faults.length === error.faults.length;
  const forget = () => {
    if (error) command.reset();
    setTheirs(undefined);
  };
  const by = error instanceof Problem && typeof error.members.by === "string" ? error.members.by : null;
  return { send, forget, isPending, theirs, by, faults, shown: isPlaced || theirs ? null : error };
}

/** What was changed is not thrown away without asking. */
function useLeaving(isDirty: boolean, onClose: () => void) {
  const { t } = useWords();
  const { modal } = useVoice();
  return async () => {
    const words = { title: t("common.leave.title"), content: t("common.leave.text") };
    const buttons = { okText: t("common.leave.discard"), cancelText: t("common.leave.stay") };
    if (!isDirty || (await modal.confirm({ ...words, ...buttons }))) onClose();
  };
}
