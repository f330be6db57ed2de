/**
 * The draft of the policy: sections as they are to be, until somebody publishes them. An editor reads and saves its
 * section here, whoever else edits it meanwhile.
 */
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, Problem, type Schemas, seen, unwrap } from "@/lib/api";

export type Bundle = Required<Schemas["PolicyBundle"]>;
export type SectionKey = Exclude<keyof Bundle, "schema">;
export type Draft = Schemas["DraftView"];

export const POLICY = ["policy"] as const;

export const draftQuery = queryOptions({
  queryKey: [...POLICY, "draft"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/policy/draft", { signal })),
  refetchOnWindowFocus: true,
});

const at = (section: string) => ({ path: { section } });

export const sectionQuery = (section: SectionKey) =>
  queryOptions({
    queryKey: [...POLICY, "section", section],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/policy/draft/{section}", { params: at(section), signal })),
  });

export type Clash = Schemas["ClashView"];
export type Choices = Record<string, "yours" | "theirs">;

/** Somebody else changed the same entries: which, and what each side did. */
export interface Conflict<T> {
  clashes: readonly Clash[];
  /** Null: a release was published. */
  author_id: number | null;
  updated_at: string | null;
  version: number;
  wish: Wish<T>;
}

interface Wish<T> {
  value: T;
  /** What the change was made from. */
  base: T;
}

export interface DraftSection<T> {
  /** As it would be published; undefined: still on its way. */
  value: T | undefined;
  /** Whether the entry is theirs to edit; without a key: whether everything is, and the order. */
  mayEdit: (key?: string) => boolean;
  /** Whether any entry is theirs, so that they may add to them. */
  mayAdd: boolean;
  /** Whether it differs from the release in force. */
  isDrafted: boolean;
  /** Nothing can be read; `retry` asks again. */
  error: unknown;
  retry: () => void;
  /**
   * Saves the whole section. What others changed of other entries meanwhile stays; where they changed the same ones
   * it is refused with `policy.section_moved`, and `conflict` tells both. `base`: what the change was made from, if not
   * what stands now. Gives the section as it stands then. The server decides; it knows what stands.
   */
  save: (value: T, base?: T) => Promise<T>;
  isSaving: boolean;
  conflict: Conflict<T> | undefined;
  /** Ends the conflict: saves with what was chosen for each clash. Throws where somebody changed them again. */
  settle: (choices: Choices) => Promise<unknown>;
  /** Leaves the conflict: nothing is saved, and what was entered stays. */
  leave: () => void;
}

export function useDraftSection<K extends SectionKey>(key: K): DraftSection<Bundle[K]> {
  type T = Bundle[K];
  const client = useQueryClient();
  const query = sectionQuery(key);
  const { data, error, refetch } = useQuery(query);
  const [conflict, setConflict] = useState<Conflict<T>>();
  const mutation = useMutation({
    mutationFn: (sent: Sent<T>) => put(key, sent),
    onSuccess: (after) => client.setQueryData(query.queryKey, after),
    onError: (refusal, { value, base }) => setConflict(conflictIn(refusal, { value, base })),
    onSettled: () => client.invalidateQueries({ queryKey: POLICY }),
  });
  const value = data?.value as T | undefined;
  const save = async (next: T, base?: T) => {
    if (!data) return next;
    const after = await mutation.mutateAsync({ value: next, base: base ?? (data.value as T) });
    setConflict(undefined);
    return after.value as T;
  };
  const settle = async (choices: Choices) => {
    if (!conflict) return;
    await mutation.mutateAsync({ ...conflict.wish, choices, version: conflict.version });
    setConflict(undefined);
  };
  return {
    value,
    mayEdit: (key) => data?.editable === null || (key !== undefined && Boolean(data?.editable?.includes(key))),
    mayAdd: data?.editable === null || Boolean(data?.editable?.length),
    isDrafted: data?.state === "draft",
    error: data ? null : error,
    retry: refetch,
    save,
    isSaving: mutation.isPending,
    conflict,
    settle,
    leave: () => setConflict(undefined),
  };
}

interface Sent<T> extends Wish<T> {
  choices?: Choices;
  /** Under which the clashes were seen. */
  version?: number;
}

const put = <T>(section: SectionKey, { version, ...body }: Sent<T>) =>
  unwrap(
    api.PUT("/api/v1/policy/draft/{section}", {
      body,
      params: { ...at(section), header: version === undefined ? undefined : seen(version) },
    }),
  );

function conflictIn<T>(refusal: unknown, wish: Wish<T>): Conflict<T> | undefined {
  if (!(refusal instanceof Problem) || refusal.code !== "policy.section_moved") return;
  const told = refusal.members as unknown as Omit<Conflict<T>, "wish">;
  return { ...told, wish };
}
