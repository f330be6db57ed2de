/** Beside the drawing: the list, or what was chosen in either. */
import { Button } from "antd";
import type { ReactNode } from "react";
import { stepped } from "@/features/policy/entries/actions";
import { textsOf } from "@/features/policy/entry";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { useVoice } from "@/ui/states/voice";
import type { Keeping } from "../keeping";
import { NEW } from "../model/chosen";
import { bound, withoutStatus, withoutTransition, withStatus, withTransition } from "../model/deeds";
import { findingsAt } from "../model/findings";
import type { Status, Transition, Workflow } from "../model/flow";
import type { Finding } from "../queries";
import css from "./panel.module.css";
import { ReopenForm } from "./reopen-form";
import { StatusForm } from "./status-form";
import { TransitionForm } from "./transition-form";

export interface Choice {
  /** A key, or `NEW`. */
  status?: string;
  /** A key, `NEW`, or `REOPENING`. */
  way?: string;
  from?: string;
  to?: string;
}

export interface PanelProps {
  flow: Workflow;
  published: Workflow | null;
  findings: readonly Finding[];
  keeping: Keeping;
  mayEdit: boolean;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

export function StatusPanel(props: PanelProps & { status: Status | undefined }) {
  const { t, local } = useWords();
  const { flow, published, findings, keeping, mayEdit, status, choice, onChoose } = props;
  const remove = useRemoving(props);
  const order = (by: 1 | -1) => status && stepped(flow.statuses, status.key, by);
  const step = (next: Status[] | undefined) =>
    next && keeping.keep((now) => ({ ...now, statuses: next }), t("policy.entry.saved"));
  const save = async (next: Status, isInitial: boolean) => {
    await keeping.save((now) => {
      const after = withStatus(now, next);
      return isInitial ? { ...after, initial: next.key } : after;
    });
    if (status) return;
    onChoose(choice.from ? { way: NEW, from: choice.from, to: next.key } : { status: next.key });
  };
  return (
    <Chosen
      title={status ? local(status.name) : t("workflows.new_status")}
      findings={status ? findingsAt(findings, flow.key, "statuses", status.key) : []}
      onClose={() => onChoose({})}
      actions={
        status &&
        mayEdit && (
          <>
            <Tool icon="arrow" isUpwards label={t("policy.entry.up")} run={() => step(order(-1))} off={!order(-1)} />
            <Tool icon="arrow" label={t("policy.entry.down")} run={() => step(order(1))} off={!order(1)} />
            <Tool icon="trash" label={t("workflows.remove_status")} run={() => remove(status)} />
          </>
        )
      }
    >
      <StatusForm flow={flow} published={published} status={status} isReadOnly={!mayEdit} onSave={save} />
    </Chosen>
  );
}

export function TransitionPanel(props: PanelProps & { transition: Transition | undefined }) {
  const { t, local } = useWords();
  const { flow, published, findings, keeping, mayEdit, transition, choice, onChoose } = props;
  const save = async (next: Transition) => {
    await keeping.save((now) => withTransition(now, next));
    if (!transition) onChoose({ way: next.key });
  };
  const remove = async ({ key }: Transition) => {
    if (await keeping.keep((now) => withoutTransition(now, key, published), t("workflows.removed"))) onChoose({});
  };
  // A line that somebody drew has a name already: where it leads.
  const to = flow.statuses.find(({ key }) => key === choice.to);
  const drawn = { from: choice.from, to: choice.to, name: textsOf(to?.name) };
  return (
    <Chosen
      title={transition ? local(transition.name) : t("workflows.new_transition")}
      findings={transition ? findingsAt(findings, flow.key, "transitions", transition.key) : []}
      onClose={() => onChoose({})}
      actions={
        transition &&
        mayEdit && <Tool icon="trash" label={t("workflows.remove_transition")} run={() => remove(transition)} />
      }
    >
      <TransitionForm
        flow={flow}
        published={published}
        transition={transition}
        drawn={drawn}
        isReadOnly={!mayEdit}
        onSave={save}
      />
    </Chosen>
  );
}

export function ReopenPanel({ flow, findings, keeping, mayEdit, onChoose }: PanelProps) {
  const { t } = useWords();
  return (
    <Chosen
      title={t("workflows.reopening")}
      findings={findings.filter(({ path }) => path.startsWith(`workflows.${flow.key}.reopen`))}
      onClose={() => onChoose({})}
    >
      <ReopenForm flow={flow} isReadOnly={!mayEdit} onSave={(reopen) => keeping.save((now) => ({ ...now, reopen }))} />
    </Chosen>
  );
}

function useRemoving({ flow, published, keeping, onChoose }: PanelProps) {
  const { t, local } = useWords();
  const { modal } = useVoice();
  return async ({ key, name }: Status) => {
    const why = bound(flow, key);
    const title = t("workflows.remove_title", { name: local(name) });
    const buttons = {
      okText: t("workflows.remove"),
      cancelText: t("common.cancel"),
      okButtonProps: { danger: true, disabled: why !== undefined },
    };
    const content = why ? t(`workflows.bound.${why}`) : t("workflows.remove_text");
    if (!(await modal.confirm({ title, content, ...buttons }))) return;
    if (await keeping.keep((now) => withoutStatus(now, key, published), t("workflows.removed"))) onChoose({});
  };
}

interface ToolProps {
  icon: "arrow" | "trash";
  label: string;
  isUpwards?: boolean;
  off?: boolean;
  run: () => unknown;
}

function Tool({ icon, label, isUpwards, off, run }: ToolProps) {
  return (
    <Button
      type="text"
      title={label}
      aria-label={label}
      disabled={off}
      icon={<Icon name={icon} className={isUpwards ? css.upwards : undefined} />}
      onClick={run}
    />
  );
}

interface ChosenProps {
  title: string;
  findings: readonly Finding[];
  actions?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

function Chosen({ title, findings, actions, onClose, children }: ChosenProps) {
  const { t, local } = useWords();
  return (
    <section className={css.panel} aria-label={title}>
      <div className={css.top}>
        <header className={css.head}>
          <Button type="text" aria-label={t("workflows.to_list")} icon={<Icon name="back" />} onClick={onClose} />
          <h2>{title}</h2>
          {actions}
        </header>
        {findings.length > 0 && (
          <ul className={css.findings} aria-label={t("policy.draft.findings")}>
            {findings.map(({ path, code, severity, text, remedy }) => (
              <li key={`${path} ${code}`} data-severity={severity}>
                <strong>{t(`policy.draft.${severity}`)}</strong> {local(text)} {local(remedy)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={css.form}>{children}</div>
    </section>
  );
}
