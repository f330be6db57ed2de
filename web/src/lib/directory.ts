/** Names of all that tickets refer to by key or id, and how to find them (GET /directory). */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "./api";

export type Directory = Schemas["Directory"];
export type LocalName = Record<string, string>;
export type Member = Schemas["MemberInfo"];

/** People come and go, and policies are published, without an event that every reader hears. */
const REREAD_MS = 300_000;

export const directoryQuery = queryOptions({
  queryKey: ["directory"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/directory", { signal })),
  staleTime: REREAD_MS,
  refetchInterval: REREAD_MS,
  refetchOnWindowFocus: true,
});

/** An entry of the policy bundle, as far as the interface needs to know it. */
export interface Entry {
  key: string;
  name: LocalName;
  retired: boolean;
}
export interface PriorityEntry extends Entry {
  rank: number;
  colour: string;
  definition: LocalName;
}
export interface StatusEntry extends Entry {
  phase: Schemas["TicketRow"]["phase"];
  goal: LocalName;
}
export interface TypeEntry extends Entry {
  workflow: string;
  guidance: LocalName;
  category_roots: string[];
  /** Teams whose members may file it; empty: every member. */
  filed_by: string[];
  default_priority: string | null;
}
export interface CategoryEntry extends Entry {
  parent: string | null;
  default_type: string | null;
  default_priority: string | null;
}
export interface FieldEntry extends Entry {
  kind: string;
  types: string[];
  help: LocalName;
  choices: Entry[];
}

export interface TemplateEntry extends Entry {
  type: string;
  category: string | null;
  priority: string | null;
  title: LocalName;
  text: LocalName;
  note: LocalName;
  fields: { field: string; value?: unknown; required?: boolean }[];
}

/** Lists of the directory by what one of their entries is. */
interface Lists {
  type: TypeEntry[];
  category: CategoryEntry[];
  priority: PriorityEntry[];
  team: Schemas["TeamInfo"][];
  level: Entry[];
  field: FieldEntry[];
  automation: Entry[];
  routing: Entry[];
  work_kind: Entry[];
}

/** The directory with its open members typed, and look-ups that answer with the key itself where a name is missing. */
export interface Names {
  directory: Directory;
  types: TypeEntry[];
  categories: CategoryEntry[];
  priorities: PriorityEntry[];
  fields: FieldEntry[];
  /** What recorded time is spent on. */
  workKinds: Entry[];
  /** Those in use. */
  templates: TemplateEntry[];
  name: (kind: keyof Lists, key: string | null) => LocalName;
  /** As the workflow of the type calls it; without a type, as the workflow of the first type that has it. */
  status: (key: string, type?: string) => StatusEntry;
  /** Of all workflows, those of the first type first. */
  statusKeys: string[];
  /** Names from the root of the tree down to the category. */
  path: (category: string | null) => LocalName[];
  /** Categories that a type opens: those beneath its roots, or all where it names none. */
  categoriesOf: (type: string | undefined) => CategoryEntry[];
  priority: (key: string) => PriorityEntry;
  /** What a new ticket gets of which nobody says otherwise: of its category, the ones above it, its type; in use. */
  priorityOf: (category: string | undefined, type: string | undefined) => string | undefined;
  member: (id: number) => Member | undefined;
}

const EMPTY: Directory = {
  release: 0,
  types: [],
  categories: [],
  priorities: [],
  statuses: {},
  fields: [],
  templates: [],
  levels: [],
  work_kinds: [],
  automations: [],
  routing: [],
  teams: [],
  members: [],
};

const entry =
  <T extends Entry>(defaults: Omit<T, keyof Entry>) =>
  (raw: Record<string, unknown>): T =>
    ({ retired: false, ...defaults, ...raw }) as T;

const made = new WeakMap<Directory, Names>();

/** Made once for each answer of the server, whoever asks. */
export function namesOf(directory: Directory): Names {
  const names = made.get(directory) ?? makeNames(directory);
  made.set(directory, names);
  return names;
}

function makeNames(directory: Directory): Names {
  const types = directory.types.map(
    entry<TypeEntry>({ workflow: "", guidance: {}, category_roots: [], filed_by: [], default_priority: null }),
  );
  const categories = directory.categories.map(
    entry<CategoryEntry>({ parent: null, default_type: null, default_priority: null }),
  );
  const priorities = directory.priorities
    .map(entry<PriorityEntry>({ rank: 9, colour: "grey", definition: {} }))
    .sort((a, b) => a.rank - b.rank);
  const fields = directory.fields.map(entry<FieldEntry>({ kind: "text", types: [], help: {}, choices: [] }));
  const templates = directory.templates
    .map(entry<TemplateEntry>({ type: "", category: null, priority: null, title: {}, text: {}, note: {}, fields: [] }))
    .filter(({ retired }) => !retired);
  const levels = directory.levels.map(entry<Entry>({}));
  const workKinds = directory.work_kinds.map(entry<Entry>({}));
  const placeOf = (hash: string) => types.findIndex(({ workflow }) => workflow === hash) + 1 || types.length + 1;
  const workflows = Object.entries(directory.statuses)
    .map(([hash, list]) => [hash, list.map(entry<StatusEntry>({ phase: "open", goal: {} }))] as const)
    .sort(([a], [b]) => placeOf(a) - placeOf(b));
  const lists: Lists = {
    type: types,
    category: categories,
    priority: priorities,
    team: directory.teams,
    level: levels,
    field: fields,
    automation: directory.automations.map(entry<Entry>({})),
    routing: directory.routing.map(entry<Entry>({})),
    work_kind: workKinds,
  };

  const bare = (key: string | null): LocalName => (key ? { "zh-CN": key, en: key } : {});
  const name: Names["name"] = (kind, key) => lists[kind].find((each) => each.key === key)?.name ?? bare(key);
  const parentOf = new Map(categories.map((each) => [each.key, each.parent]));
  const lineage = (category: string | null): string[] => {
    const keys: string[] = [];
    for (let at = category; at && !keys.includes(at); at = parentOf.get(at) ?? null) keys.unshift(at);
    return keys;
  };

  return {
    directory,
    types,
    categories,
    priorities,
    fields,
    workKinds,
    templates,
    name,
    statusKeys: [...new Set(workflows.flatMap(([, list]) => list.map(({ key }) => key)))],
    status: (key, type) => {
      const own = types.find((each) => each.key === type)?.workflow;
      const ordered = [...workflows].sort(([a], [b]) => Number(b === own) - Number(a === own));
      const found = ordered.flatMap(([, list]) => list).find((each) => each.key === key);
      return found ?? { key, name: bare(key), retired: false, phase: "open", goal: {} };
    },
    path: (category) => lineage(category).map((key) => name("category", key)),
    categoriesOf: (type) => {
      const roots = types.find((each) => each.key === type)?.category_roots ?? [];
      const isOpen = (key: string) => roots.length === 0 || lineage(key).some((each) => roots.includes(each));
      return categories.filter((each) => !each.retired && isOpen(each.key));
    },
    priority: (key) =>
      priorities.find((each) => each.key === key) ?? {
        key,
        name: bare(key),
        retired: false,
        rank: 9,
        colour: "grey",
        definition: {},
      },
    priorityOf: (category, type) => {
      const upwards = lineage(category ?? null)
        .reverse()
        .map((key) => categories.find((each) => each.key === key));
      const kind = type ?? upwards.find((each) => each?.default_type)?.default_type;
      const wished = [...upwards, types.find((each) => each.key === kind)].map((each) => each?.default_priority);
      return wished.find((key) => priorities.some((each) => each.key === key && !each.retired)) ?? undefined;
    },
    member: (id) => directory.members.find((each) => each.id === id),
  };
}

/** Until it has loaded, names are the keys themselves: nothing waits for it. */
export function useNames(): Names {
  const { data } = useQuery({ ...directoryQuery, select: namesOf });
  return data ?? NO_NAMES;
}

const NO_NAMES = namesOf(EMPTY);
