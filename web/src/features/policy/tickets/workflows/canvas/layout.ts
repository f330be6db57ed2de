/** Where the statuses of a workflow stand, and how the lines between them run. Pure, and the same for everybody. */
import { Graph, layout } from "@dagrejs/dagre";
import type { Way } from "../model/flow";

export interface Point {
  x: number;
  y: number;
}

export interface Drawing {
  /** The upper left corner of each status. */
  places: ReadonlyMap<string, Point>;
  /** By the id of a way. */
  lines: ReadonlyMap<string, { points: readonly Point[]; label: Point }>;
  size: { width: number; height: number };
}

export const BOX = { width: 176, height: 52 } as const;
export const LABEL = { width: 124, line: 24 } as const;

/** From above to below, without a status covering another or a label covering a status. */
export function drawn(statuses: readonly string[], ways: readonly Way[]): Drawing {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 24, edgesep: 8, ranksep: 24, marginx: 12, marginy: 12 });
  for (const key of statuses) graph.setNode(key, { ...BOX });
  for (const way of ways) {
    const lines = way.transitions.length + (way.reopens ? 1 : 0);
    const label = { width: LABEL.width, height: LABEL.line * lines, labelpos: "c", weight: weightOf(way, statuses) };
    const [start, end] = isBack(way, statuses) ? [way.to, way.from] : [way.from, way.to];
    graph.setEdge(start, end, label, way.id);
  }
  layout(graph);
  const places = new Map(statuses.map((key) => [key, corner(graph.node(key) as unknown as Point)]));
  const lines = new Map(
    ways.map((way) => {
      const isTurned = isBack(way, statuses);
      const [start, end] = isTurned ? [way.to, way.from] : [way.from, way.to];
      const edge = graph.edge(start, end, way.id) as { points?: Point[]; x?: number; y?: number };
      const { points = [], x = 0, y = 0 } = edge;
      return [way.id, { points: isTurned ? points.toReversed() : points, label: { x, y } }];
    }),
  );
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { places, lines, size: { width, height } };
}

const corner = ({ x, y }: Point): Point => ({ x: x - BOX.width / 2, y: y - BOX.height / 2 });

/** What leads back is laid out as if it led on: the order of the definition is the course, whatever returns. */
const isBack = ({ from, to }: Way, statuses: readonly string[]) => statuses.indexOf(to) < statuses.indexOf(from);

/** What follows in the order of the definition is the course that the eye goes along: it is to be straight. */
function weightOf({ from, to }: Way, statuses: readonly string[]): number {
  return statuses.indexOf(to) - statuses.indexOf(from) === 1 ? 8 : 1;
}

/** A line through the points, with rounded turns, as SVG says it. */
export function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return "";
  const turns = rest.slice(0, -1).map((point, at) => {
    const next = rest[at + 1] as Point;
    return `Q ${point.x},${point.y} ${(point.x + next.x) / 2},${(point.y + next.y) / 2}`;
  });
  return [`M ${first.x},${first.y}`, ...turns, `L ${last.x},${last.y}`].join(" ");
}
