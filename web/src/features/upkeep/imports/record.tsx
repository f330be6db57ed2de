import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Failure, Refusal, SkeletonLines } from "@/ui/states";
import { ColumnsStep } from "./columns";
import css from "./imports.module.css";
import { Outcome } from "./outcome";
import { Problems } from "./problems";
import {
  type Import,
  type ImportKind,
  importQuery,
  isUnderWay,
  kindsQuery,
  useCancel,
  useStart,
  type Work,
} from "./queries";
import { type Step, Steps } from "./steps";
import { UndoImport } from "./undo";

interface RecordProps {
  id: number;
  onOpen: SectionProps["onOpen"];
}

/** One import on its way: its columns, its trial, its run. */
export function ImportRecord({ id, onOpen }: RecordProps) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(importQuery(id));
  const kinds = useQuery(kindsQuery);
  const kind = kinds.data?.find((one) => one.key === data?.kind);
  const fault = error ?? kinds.error;
  return (
    <SettingsPage title={data?.file ?? t("imports.title")} lead={data && lead(data, t)} onBack={() => onOpen()}>
      {fault && !(data && kind) && <Failure error={fault} onRetry={refetch} />}
      {!(data && kind) && !fault && <SkeletonLines count={6} height={44} />}
      {data && kind && <Way one={data} kind={kind} onOpen={onOpen} />}
    </SettingsPage>
  );
}

function lead({ form, detail, rows }: Import, t: ReturnType<typeof useWords>["t"]): string {
  const what = form === "xlsx" ? detail : (detail.split(" ")[0] ?? "").toUpperCase();
  return t(`imports.read_as.${form === "xlsx" ? "xlsx" : "csv"}`, { what, n: rows });
}

function Way({ one, kind, onOpen }: { one: Import; kind: ImportKind; onOpen: RecordProps["onOpen"] }) {
  const { t } = useWords();
  const me = useMe();
  const [isMapping, setIsMapping] = useState(false);
  if (one.actor_id !== null && one.actor_id !== me.person_id) return <Watched one={one} kind={kind} />;
  const step: Step = isMapping ? "columns" : one.run ? "run" : one.check ? "check" : "columns";
  return (
    <>
      <Steps at={step} />
      {one.forgotten_at && <p role="status">{t("imports.forgotten")}</p>}
      {step === "columns" && <ColumnsStep one={one} kind={kind} onChecked={() => setIsMapping(false)} />}
      {step === "check" && one.check && (
        <Tried one={one} work={one.check} kind={kind} onMap={() => setIsMapping(true)} />
      )}
      {step === "run" && one.run && <Ran one={one} work={one.run} kind={kind} onOpen={onOpen} />}
    </>
  );
}

/** A colleague's: whoever uploaded it goes on with it. */
function Watched({ one, kind }: { one: Import; kind: ImportKind }) {
  const { t } = useWords();
  const work = one.run ?? one.check;
  return (
    <section className={css.step} aria-label={t("imports.title")}>
      <p className={css.help} role="status">
        {t("imports.of_other", { name: one.actor_name ?? "" })}
      </p>
      {work && <Outcome work={work} isTrial={!one.run} />}
      {work && !isUnderWay(work) && work.refused > 0 && <Problems one={one} work={work} kind={kind} />}
    </section>
  );
}

interface WorkProps {
  one: Import;
  work: Work;
  kind: ImportKind;
}

function Tried({ one, work, kind, onMap }: WorkProps & { onMap: () => void }) {
  const { t } = useWords();
  const start = useStart(one.id, work.operation_id);
  const [invites, setInvites] = useState(false);
  const mayStart = !isUnderWay(work) && one.forgotten_at === null && work.state === "done";
  const isDone = work.state === "done";
  // Whoever is there already may still wait for an invitation.
  const some = work.added + work.changed + (invites ? work.unchanged : 0);
  return (
    <section className={css.step} aria-label={t("imports.step.check")}>
      <Outcome work={work} isTrial />
      {kind.may_invite && mayStart && <Invite isOn={invites} onChange={setInvites} />}
      <Refusal error={start.error} />
      <div className={css.deeds}>
        {isUnderWay(work) ? (
          <Cancel work={work} />
        ) : (
          <>
            <Button
              type="primary"
              disabled={!isDone || some === 0 || one.forgotten_at !== null}
              loading={start.isPending}
              onClick={() => start.mutate(invites)}
            >
              {t("imports.start", { n: some })}
            </Button>
            <Button disabled={one.forgotten_at !== null} onClick={onMap}>
              {t("imports.remap")}
            </Button>
          </>
        )}
      </div>
      {isDone && some === 0 && <p className={css.help}>{t("imports.nothing_to_do")}</p>}
      {!isUnderWay(work) && work.refused > 0 && <Problems one={one} work={work} kind={kind} />}
    </section>
  );
}

function Ran({ one, work, kind, onOpen }: WorkProps & { onOpen: RecordProps["onOpen"] }) {
  const { t } = useWords();
  const again = useStart(one.id, work.operation_id);
  const [invites, setInvites] = useState(false);
  const isStopped = work.state === "cancelled" || work.state === "failed";
  return (
    <section className={css.step} aria-label={t("imports.step.run")}>
      <Outcome work={work} />
      {isStopped && kind.may_invite && one.forgotten_at === null && <Invite isOn={invites} onChange={setInvites} />}
      <Refusal error={again.error} />
      <div className={css.deeds}>
        {isUnderWay(work) && <Cancel work={work} />}
        {isStopped && one.forgotten_at === null && (
          <Button type="primary" loading={again.isPending} onClick={() => again.mutate(invites)}>
            {t("imports.go_on")}
          </Button>
        )}
        {!isUnderWay(work) && <Button onClick={() => onOpen("new")}>{t("imports.another")}</Button>}
        {!isUnderWay(work) && kind.may_undo && work.added > 0 && <UndoImport work={work} />}
      </div>
      {!isUnderWay(work) && work.refused > 0 && <Problems one={one} work={work} kind={kind} />}
    </section>
  );
}

/** Those who come without a password are sent a link to choose one. */
function Invite({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const { t } = useWords();
  return (
    <div className={css.invite}>
      <Checkbox checked={isOn} onChange={(event) => onChange(event.target.checked)}>
        {t("imports.invite")}
      </Checkbox>
      <p className={css.help}>{t("imports.invite_help")}</p>
    </div>
  );
}

function Cancel({ work }: { work: Work }) {
  const { t } = useWords();
  const cancel = useCancel();
  return (
    <>
      <Refusal error={cancel.error} />
      <Button
        disabled={work.state === "cancelling"}
        loading={cancel.isPending}
        onClick={() => cancel.mutate(work.operation_id)}
      >
        {t("common.cancel")}
      </Button>
    </>
  );
}
