import { useQuery } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { Alert, Button, Checkbox } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Failure, Refusal, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import type { Role } from "../queries";
import { ForeseenDialog } from "./foreseen";
import { type Grant, grantsOf, type Marks, type Matrix, marksOf, narrowOf, sameMarks, toggled } from "./matrix";
import { type Foreseen, matrixQuery, useChangeRole, usePreviewRole } from "./queries";
import css from "./roles.module.css";
import { MatrixTable } from "./table";

interface RecordProps {
  role: Role;
  onCopy: () => void;
  onClose: () => void;
}

/** What a role grants. One's own is changed here, once it was shown what that means for whom. */
export function RoleRecord({ role, onCopy, onClose }: RecordProps) {
  const { t, local } = useWords();
  const { data: matrix, error, refetch } = useQuery(matrixQuery);
  const copy = !role.is_of_customers && <Button onClick={onCopy}>{t("roles.copy")}</Button>;
  return (
    <SettingsPage title={local(role.name)} lead={t("roles.record_lead")} onBack={onClose} actions={copy}>
      {role.is_shipped && (
        <Alert
          type="info"
          showIcon
          className={css.notice}
          title={t(role.is_of_customers ? "roles.is_of_customers" : "roles.is_shipped")}
        />
      )}
      {matrix && <Rights role={role} matrix={matrix} />}
      {!matrix && (error ? <Failure error={error} onRetry={refetch} /> : <SkeletonLines count={8} height={44} />)}
    </SettingsPage>
  );
}

/** What others do to it meanwhile does not wipe out what is being marked: a save on top of it is refused. */
function Rights({ role, matrix }: { role: Role; matrix: Matrix }) {
  const { t, local } = useWords();
  const { message } = useVoice();
  const [kept, setKept] = useState(role);
  const before = kept.grants as unknown as Grant[];
  const [marks, setMarks] = useState<Marks>(() => marksOf(before));
  const [classes, setClasses] = useState<readonly string[]>(kept.classes);
  const [foreseen, setForeseen] = useState<Foreseen>();
  const preview = usePreviewRole();
  const change = useChangeRole();
  const actions = matrix.actions.map(({ key }) => key);
  const isDirty = !sameMarks(marks, marksOf(before)) || !sameMarks(new Set(classes), new Set(kept.classes));
  const isReadOnly = role.is_shipped;
  useLeaveGuard(isDirty);

  const body = { grants: grantsOf(marks, narrowOf(before), actions), classes: [...classes] };
  const reset = () => {
    setMarks(marksOf(before));
    setClasses(kept.classes);
  };
  const save = async () => {
    const next = await change.mutateAsync({ key: kept.key, version: kept.version, change: body });
    setKept(next);
    setForeseen(undefined);
    message.success(t("common.form.saved"));
  };
  return (
    <>
      <MatrixTable
        matrix={matrix}
        marks={marks}
        onToggle={isReadOnly ? undefined : (action, scope) => setMarks(toggled(marks, action, scope))}
      />
      <Narrow grants={narrowOf(before)} matrix={matrix} />
      <h2 className={css.heading}>{t("roles.classes")}</h2>
      <p className={css.help}>{t("roles.classes_help")}</p>
      <Checkbox.Group
        disabled={isReadOnly}
        value={[...classes]}
        onChange={(next) => setClasses(next.map(String))}
        options={Object.entries(matrix.classes).map(([value, name]) => ({ value, label: local(name) }))}
      />
      <Refusal error={preview.error} />
      {!isReadOnly && (
        <div className={css.bar} data-dirty={isDirty || undefined}>
          <span role="status">{t(isDirty ? "roles.changed" : "common.form.unchanged")}</span>
          <Button disabled={!isDirty} onClick={reset}>
            {t("common.form.reset")}
          </Button>
          <Button
            type="primary"
            disabled={!isDirty}
            loading={preview.isPending}
            onClick={() => preview.mutate({ key: kept.key, ...body }, { onSuccess: setForeseen })}
          >
            {t("roles.check")}
          </Button>
        </div>
      )}
      {foreseen && (
        <ForeseenDialog
          foreseen={foreseen}
          matrix={matrix}
          error={change.error}
          isSaving={change.isPending}
          onSave={() => void save().catch(() => undefined)}
          onClose={() => setForeseen(undefined)}
        />
      )}
    </>
  );
}

function useLeaveGuard(isDirty: boolean): void {
  const { t } = useWords();
  const { modal } = useVoice();
  useBlocker({
    shouldBlockFn: async () => {
      if (!isDirty) return false;
      const words = { title: t("common.leave.title"), content: t("common.leave.text") };
      const buttons = { okText: t("common.leave.discard"), cancelText: t("common.leave.stay") };
      return !(await modal.confirm({ ...words, ...buttons }));
    },
    enableBeforeUnload: () => isDirty,
  });
}

/** Grants on certain teams or types only: told, and kept as they are. */
function Narrow({ grants, matrix }: { grants: readonly Grant[]; matrix: Matrix }) {
  const { t, local } = useWords();
  if (grants.length === 0) return null;
  const name = (action: string) => local(matrix.actions.find(({ key }) => key === action)?.name) || action;
  const comma = t("common.list_comma");
  return (
    <>
      <h2 className={css.heading}>{t("roles.narrow")}</h2>
      <ul className={css.narrow}>
        {grants.map((grant) => (
          <li key={JSON.stringify(grant)}>
            {t("roles.narrow_line", {
              scope: t(`roles.scope.${grant.scope}`),
              keys: (grant.keys ?? []).join(comma),
              actions: grant.actions.map(name).join(comma),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
