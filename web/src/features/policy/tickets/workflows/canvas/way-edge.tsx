import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { REOPENING } from "../model/chosen";
import type { Way } from "../model/flow";
import { useWho } from "../who";
import css from "./canvas.module.css";
import { type Point, pathOf } from "./layout";

export type WayEdgeType = Edge<WayData, "way">;

export interface WayData extends Record<string, unknown> {
  way: Way;
  points: readonly Point[];
  label: Point;
  chosen: string | undefined;
  /** By the key of a transition. */
  findings: ReadonlyMap<string, "error" | "warning">;
  onChoose: (transition: string) => void;
  onReopen: () => void;
}

/** A line from a status to another, and upon it what leads along it: each transition with who takes it. */
export function WayEdge({ id, data, markerEnd }: EdgeProps<WayEdgeType>) {
  const { t, local } = useWords();
  const who = useWho();
  if (!data) return null;
  const { way, points, label, chosen, findings, onChoose, onReopen } = data;
  const isChosen = way.transitions.some(({ key }) => key === chosen) || (way.reopens && chosen === REOPENING);
  return (
    <>
      <BaseEdge
        id={id}
        path={pathOf(points)}
        markerEnd={markerEnd}
        className={css.line}
        data-chosen={isChosen || undefined}
        data-reopens={way.transitions.length === 0 || undefined}
      />
      <EdgeLabelRenderer>
        <div
          className={css.labels}
          style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}
        >
          {way.transitions.map((one) => (
            <button
              key={one.key}
              type="button"
              tabIndex={-1}
              className={`${css.label} nopan nodrag`}
              data-chosen={one.key === chosen || undefined}
              title={`${local(one.name)}: ${who(one.who)}`}
              onClick={() => onChoose(one.key)}
            >
              {findings.has(one.key) && (
                <span className={css.finding} data-severity={findings.get(one.key)}>
                  <Icon name="alert" size={12} />
                </span>
              )}
              <b>{local(one.name)}</b> <span>{who(one.who)}</span>
            </button>
          ))}
          {way.reopens && (
            <button
              type="button"
              tabIndex={-1}
              className={`${css.label} nopan nodrag`}
              data-chosen={chosen === REOPENING || undefined}
              onClick={onReopen}
            >
              <b>{t("workflows.reopening")}</b>
            </button>
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}
