import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { PhasePill } from "@/ui/marks/phase-pill";
import type { Status } from "../model/flow";
import css from "./canvas.module.css";

export type StatusNodeType = Node<StatusData, "status">;

export interface StatusData extends Record<string, unknown> {
  status: Status;
  isInitial: boolean;
  isChosen: boolean;
  /** Undefined: nobody counted. */
  count: number | undefined;
  /** How grave the worst is that is wrong with it. */
  finding: "error" | "warning" | undefined;
  mayEdit: boolean;
}

/** A status as a box: its name, its phase, how many tickets stand there. A line is begun at its lower edge. */
export function StatusNode({ data }: NodeProps<StatusNodeType>) {
  const { t, local } = useWords();
  const { status, isInitial, isChosen, count, finding, mayEdit } = data;
  return (
    <div className={css.box} data-status-colour={status.colour ?? "grey"} data-chosen={isChosen || undefined}>
      <Handle type="target" position={Position.Top} className={css.target} isConnectableStart={false} />
      <span className={css.title}>
        <strong>{local(status.name)}</strong>
        {finding && (
          <span className={css.finding} data-severity={finding}>
            <Icon name="alert" size={14} />
          </span>
        )}
        {count !== undefined && <span className={css.count}>{t("workflows.standing", { n: count })}</span>}
      </span>
      <span className={css.phase}>
        <PhasePill plain phase={status.phase} name={t(`workflows.phase.${status.phase}`)} />
        {isInitial && <span className={css.initial}>{t("workflows.initial")}</span>}
      </span>
      <Handle type="source" position={Position.Bottom} className={css.source} isConnectable={mayEdit} />
    </div>
  );
}
