/** A change of many tickets: planned, started, watched, taken back (`/operations`). One is under way at a time. */
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, Problem, type Schemas, unwrap } from "@/lib/api";
import { createStore, useStore } from "@/lib/store";
import { QUEUES } from "../queries";

export type Operation = Schemas["OperationDetail"];

/** The parameters of `tickets.change`; one of the changes at a time. */
export interface Change {
  values?: Record<string, string>;
  add_tags?: string[];
  remove_tags?: string[];
  team?: string | null;
  assignee_id?: number | null;
  move_to?: string;
  watching?: boolean;
  put_away?: "trash" | "spam";
  take_out?: "trash" | "spam";
}

export interface Targets {
  numbers?: string[];
  listed?: { view: string; where?: string };
}

export function plan(targets: Targets, change: Change, silent: boolean): Promise<Operation> {
  const body = { kind: "tickets.change", params: { ...targets, ...change }, silent };
  return unwrap(api.POST("/api/v1/operations", { body }));
}

const at = (operation_id: number) => ({ params: { path: { operation_id } } });

export const start = (id: number) => unwrap(api.POST("/api/v1/operations/{operation_id}/start", at(id)));
export const cancel = (id: number) => unwrap(api.POST("/api/v1/operations/{operation_id}/cancel", at(id)));
const planUndoing = (id: number) => unwrap(api.POST("/api/v1/operations/{operation_id}/undo", at(id)));

export async function undo(id: number): Promise<Operation> {
  return start((await planUndoing(id)).id);
}

const OVER: readonly Operation["state"][] = ["done", "cancelled", "failed"];

export const isOver = ({ state }: Operation): boolean => OVER.includes(state);

const KEY = "gongdan.operation";

/** The operation that the list tells of, until it is told to be quiet; a reload does not lose it. */
export const followed = createStore<{ id: number } | null>(readFollowed());

export function follow(operation: { id: number } | null): void {
  followed.set(operation);
  try {
    if (operation) sessionStorage.setItem(KEY, String(operation.id));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without it a reload loses sight of the operation, and nothing else.
  }
}

function readFollowed(): { id: number } | null {
  try {
    const id = Number(sessionStorage.getItem(KEY));
    return id > 0 ? { id } : null;
  } catch {
    return null;
  }
}

const POLL_MS = 700;

const operationQuery = (id: number) =>
  queryOptions({
    queryKey: ["operation", id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/operations/{operation_id}", { ...at(id), signal })),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : POLL_MS),
  });

const isWhole = (begun: { id: number } | null): begun is Operation => begun !== null && "state" in begun;

/** As far as it is by now; null: none is followed. */
export function useOperation(): Operation | null {
  const begun = useStore(followed);
  const client = useQueryClient();
  const { data, error } = useQuery({ ...operationQuery(begun?.id ?? 0), enabled: begun !== null });
  const now = begun && data?.id === begun.id ? data : isWhole(begun) ? begun : null;
  const hasEnded = now !== null && isOver(now);
  // After a reload somebody else may sit here, or the operation be too old.
  const isGone = error instanceof Problem && (error.status === 404 || error.status === 403);
  useEffect(() => {
    if (isGone) follow(null);
  }, [isGone]);
  // A stream that was away tells nothing of what was changed meanwhile.
  useEffect(() => {
    if (hasEnded) void client.invalidateQueries({ queryKey: QUEUES });
  }, [client, hasEnded]);
  return now;
}

export const problemsQuery = (id: number) =>
  queryOptions({
    queryKey: ["operation", id, "problems"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/operations/{operation_id}/problems", { ...at(id), signal })),
  });

export interface Reason {
  title: string;
  remedy: string;
  numbers: string[];
}

/** The same no to several tickets is told once. */
export function reasonsOf(problems: readonly Record<string, unknown>[]): Reason[] {
  const found = new Map<string, Reason>();
  for (const { title, remedy, number } of problems) {
    const reason = { title: String(title ?? ""), remedy: String(remedy ?? ""), numbers: [] };
    const key = `${reason.title} ${reason.remedy}`;
    const { numbers } = found.get(key) ?? reason;
    found.set(key, { ...reason, numbers: [...numbers, ...(number ? [String(number)] : [])] });
  }
  return [...found.values()].sort((a, b) => b.numbers.length - a.numbers.length);
}
