/** The drawing of a workflow. It is made anew from the definition each time; nobody keeps it tidy. */
import "@xyflow/react/dist/base.css";
import {
  Background,
  type Connection,
  ControlButton,
  Controls,
  type FinalConnectionState,
  MarkerType,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from "@xyflow/react";
import { useEffect, useMemo } from "react";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { REOPENING } from "../model/chosen";
import { type Status, standing, type Workflow, waysOf } from "../model/flow";
import type { Severity } from "../queries";
import css from "./canvas.module.css";
import { BOX, type Drawing, drawn } from "./layout";
import { StatusNode, type StatusNodeType } from "./status-node";
import { WayEdge, type WayEdgeType } from "./way-edge";

const NODES = { status: StatusNode };
const EDGES = { way: WayEdge };

export interface CanvasProps {
  flow: Workflow;
  mayEdit: boolean;
  chosenStatus: string | undefined;
  /** The key of a transition, or `REOPENING`. */
  chosenWay: string | undefined;
  counts: ReadonlyMap<string, number> | undefined;
  /** How grave the worst is that is wrong, by the key of a status or of a transition. */
  statusFindings: ReadonlyMap<string, Severity>;
  wayFindings: ReadonlyMap<string, Severity>;
  onStatus: (key: string) => void;
  onWay: (key: string) => void;
  /** Nothing is chosen any more. */
  onNothing: () => void;
  /** A line was drawn; without an end it is to lead to a status that is not there yet. */
  onConnect: (from: string, to: string | undefined) => void;
}

export default function Canvas(props: CanvasProps) {
  const { t } = useWords();
  const { nodes, edges, size } = useDrawing(props);
  const { mayEdit, onStatus, onNothing, onConnect } = props;
  const ended = (_: unknown, { fromNode, toNode }: FinalConnectionState) => {
    if (fromNode && !toNode) onConnect(fromNode.id, undefined);
  };
  const labels = {
    "node.a11yDescription.default": t("workflows.canvas.node"),
    "node.a11yDescription.keyboardDisabled": t("workflows.canvas.node"),
    "edge.a11yDescription.default": t("workflows.canvas.node"),
    "controls.ariaLabel": t("workflows.canvas.controls"),
    "controls.zoomIn.ariaLabel": t("workflows.canvas.zoom_in"),
    "controls.zoomOut.ariaLabel": t("workflows.canvas.zoom_out"),
    "handle.ariaLabel": t("workflows.canvas.handle"),
  };
  return (
    <section className={css.canvas} aria-label={t("workflows.canvas.title")}>
      <ReactFlowProvider>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODES}
          edgeTypes={EDGES}
          ariaLabelConfig={labels}
          proOptions={{ hideAttribution: true }}
          minZoom={0.3}
          maxZoom={1.5}
          panOnScroll
          nodesDraggable={false}
          nodesConnectable={mayEdit}
          edgesFocusable={false}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          connectionRadius={40}
          onNodeClick={(_, { id }) => onStatus(id)}
          onPaneClick={onNothing}
          onConnect={({ source, target }: Connection) => onConnect(source, target)}
          onConnectEnd={ended}
        >
          <Background gap={20} className={css.ground} />
          <Controls showInteractive={false} showFitView={false} position="bottom-right" className={css.controls}>
            <FitButton size={size} />
          </Controls>
        </ReactFlow>
      </ReactFlowProvider>
    </section>
  );
}

/** Shows the whole drawing, its lines too; and does so by itself where the drawing became another. */
function FitButton({ size }: { size: Size }) {
  const { t } = useWords();
  const { fitBounds, viewportInitialized } = useReactFlow();
  const { width, height } = size;
  const fit = () => fitBounds({ x: 0, y: 0, width, height }, { padding: 0.04 });
  useEffect(() => {
    if (viewportInitialized) fitBounds({ x: 0, y: 0, width, height }, { padding: 0.04 });
  }, [viewportInitialized, fitBounds, width, height]);
  return (
    <ControlButton
      className={css.fit}
      title={t("workflows.canvas.fit")}
      aria-label={t("workflows.canvas.fit")}
      onClick={fit}
    >
      <Icon name="fold" size={14} />
    </ControlButton>
  );
}

type Size = Drawing["size"];

function useDrawing(props: CanvasProps): { nodes: StatusNodeType[]; edges: WayEdgeType[]; size: Size } {
  const { flow, mayEdit, chosenStatus, chosenWay, counts, statusFindings, wayFindings, onWay } = props;
  const { ways, statuses, drawing } = useMemo(() => {
    const ways = waysOf(flow);
    const statuses = standing(flow.statuses);
    const keys = statuses.map(({ key }) => key);
    return { ways, statuses, drawing: drawn(keys, ways) };
  }, [flow]);
  const node = (status: Status): StatusNodeType => ({
    id: status.key,
    type: "status",
    position: drawing.places.get(status.key) ?? { x: 0, y: 0 },
    ...BOX,
    data: {
      status,
      isInitial: flow.initial === status.key,
      isChosen: chosenStatus === status.key,
      count: counts && (counts.get(status.key) ?? 0),
      finding: statusFindings.get(status.key),
      mayEdit,
    },
  });
  const edges = ways.map(
    (way): WayEdgeType => ({
      id: way.id,
      type: "way",
      source: way.from,
      target: way.to,
      markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: "var(--text-3)" },
      data: {
        way,
        ...(drawing.lines.get(way.id) ?? { points: [], label: { x: 0, y: 0 } }),
        chosen: chosenWay,
        findings: wayFindings,
        onChoose: onWay,
        onReopen: () => onWay(REOPENING),
      },
    }),
  );
  return { nodes: statuses.map(node), edges, size: drawing.size };
}
