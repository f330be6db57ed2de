/** The drawing of a workflow, and beside it the list of what stands in it, or what was chosen. */
import { Button } from "antd";
import { lazy, Suspense } from "react";
import type { DraftSection } from "@/features/policy/draft";
import { useMedia } from "@/lib/browser/media";
import { useHotkeys } from "@/lib/hotkeys";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import type { SectionProps } from "@/ui/settings/section";
import { SkeletonLines } from "@/ui/states";
import { type Keeping, useKeeping } from "./keeping";
import { Versions } from "./migration/versions";
import { NEW, REOPENING } from "./model/chosen";
import { restored } from "./model/deeds";
import { findingsAt, graveness } from "./model/findings";
import type { Workflow } from "./model/flow";
import { Outline } from "./panel/outline";
import { type Choice, type PanelProps, ReopenPanel, StatusPanel, TransitionPanel } from "./panel/panel";
import { countsOf, useFindings, usePublished, useRunning } from "./queries";
import css from "./workflows.module.css";

const Canvas = lazy(() => import("./canvas/canvas"));

interface FlowEditorProps extends Pick<SectionProps, "search" | "onSearch"> {
  flow: Workflow;
  section: DraftSection<Workflow[]>;
}

export function FlowEditor({ flow, section, search, onSearch }: FlowEditorProps) {
  const { t } = useWords();
  const hasRoom = useMedia("(min-width: 1101px)");
  const published = usePublished(flow.key);
  const keeping = useKeeping(section, flow.key);
  const findings = useFindings(flow.key);
  const all = useRunning() ?? [];
  const running = all.find(({ key }) => key === flow.key);
  const counts = countsOf(running);
  const grave = graveness(findings, flow.key);
  // Without knowing what was published nobody can tell what is taken out and what is retired.
  const mayEdit = section.mayEdit(flow.key) && published !== undefined;
  const onChoose = (choice: Choice) =>
    onSearch({ status: undefined, way: undefined, from: undefined, to: undefined, ...choice });
  const panel = { flow, published: published ?? null, findings, keeping, mayEdit, choice: search, onChoose };
  const handlers = {
    onStatus: (status: string) => onChoose({ status }),
    onWay: (way: string) => onChoose({ way }),
  };
  useHotkeys({ escape: () => onChoose({}) }, Boolean(search.status || search.way));
  return (
    <>
      <Tools keeping={keeping} mayEdit={mayEdit} onChoose={onChoose} />
      <Versions running={running} others={all} />
      <General findings={findingsAt(findings, flow.key, undefined)} />
      <div className={css.flow}>
        {hasRoom && (
          <Suspense fallback={<SkeletonLines count={8} height={56} />}>
            <Canvas
              flow={flow}
              mayEdit={mayEdit}
              chosenStatus={search.status}
              chosenWay={search.way}
              counts={counts}
              {...grave}
              {...handlers}
              onNothing={() => onChoose({})}
              onConnect={(from, to) => onChoose(to ? { way: NEW, from, to } : { status: NEW, from })}
            />
          </Suspense>
        )}
        <Beside {...panel}>
          <Outline
            flow={flow}
            counts={counts}
            chosenStatus={search.status}
            chosenWay={search.way}
            {...grave}
            {...handlers}
            onAdd={mayEdit ? (from) => onChoose({ way: NEW, from }) : undefined}
            onRestore={
              mayEdit
                ? (list, key) => keeping.keep((now) => restored(now, list, key), t("policy.entry.saved"))
                : undefined
            }
          />
        </Beside>
      </div>
    </>
  );
}

/** What was chosen; `children`: where nothing is, or it is gone. */
function Beside({ children, ...props }: PanelProps & { children: React.ReactNode }) {
  const { flow, choice, keeping } = props;
  const status = flow.statuses.find(({ key }) => key === choice.status);
  const transition = flow.transitions.find(({ key }) => key === choice.way);
  const key = `${choice.status ?? ""} ${choice.way ?? ""} ${choice.from ?? ""} ${choice.to ?? ""} ${keeping.round}`;
  if (status || choice.status === NEW) return <StatusPanel key={key} {...props} status={status} />;
  if (transition || choice.way === NEW) return <TransitionPanel key={key} {...props} transition={transition} />;
  if (choice.way === REOPENING) return <ReopenPanel key={key} {...props} />;
  return children;
}

interface ToolsProps extends Pick<PanelProps, "keeping" | "mayEdit" | "onChoose"> {}

function Tools({ keeping, mayEdit, onChoose }: ToolsProps) {
  const { t } = useWords();
  useUndoKey(keeping);
  if (!mayEdit) return null;
  return (
    <div className={css.tools} role="toolbar" aria-label={t("workflows.tools")}>
      <Button icon={<Icon name="plus" size={14} />} onClick={() => onChoose({ status: NEW })}>
        {t("workflows.add_status")}
      </Button>
      <Button icon={<Icon name="swap" size={14} />} onClick={() => onChoose({ way: NEW })}>
        {t("workflows.add_transition")}
      </Button>
      <Button icon={<Icon name="reply" size={14} />} disabled={!keeping.undo} onClick={keeping.undo}>
        {t("workflows.undo")}
      </Button>
      <span className={css.hint}>{t("workflows.canvas.hint")}</span>
    </div>
  );
}

/** Ctrl/Cmd+Z takes back a deed; in a field it is the field's own. */
function useUndoKey({ undo }: Keeping) {
  useHotkeys({
    "mod+z": (event) => {
      if ((event.target as HTMLElement | null)?.closest("input, textarea, [contenteditable=true]")) return;
      event.preventDefault();
      undo?.();
    },
  });
}

/** What is wrong with the workflow as a whole. */
function General({ findings }: { findings: ReturnType<typeof findingsAt> }) {
  const { t, local } = useWords();
  if (findings.length === 0) return null;
  return (
    <ul className={css.findings} aria-label={t("policy.draft.findings")}>
      {findings.map(({ path, code, severity, text, remedy }) => (
        <li key={`${path} ${code}`} data-severity={severity}>
          <strong>{t(`policy.draft.${severity}`)}</strong> {local(text)} {local(remedy)}
        </li>
      ))}
    </ul>
  );
}
