/** The tree of categories. It is kept as a list: who stands below whom says `parent`, the order says the list. */
import type { Schemas } from "@/lib/api";

export type Category = Schemas["Category"];
export type Place = "before" | "after" | "in";

export interface Node {
  key: string;
  category: Category;
  children: Node[];
}

/** The tree, without what `isShown` leaves out; what leads to something shown stays. */
export function treeOf(all: readonly Category[], isShown: (one: Category) => boolean = () => true): Node[] {
  const known = new Set(all.map(({ key }) => key));
  const children = new Map<string, Category[]>();
  for (const one of all) {
    const parent = one.parent && known.has(one.parent) ? one.parent : "";
    children.set(parent, [...(children.get(parent) ?? []), one]);
  }
  const below = (parent: string, way: ReadonlySet<string>): Node[] =>
    (children.get(parent) ?? []).flatMap((category) => {
      const { key } = category;
      if (way.has(key)) return [];
      const nodes = below(key, new Set([...way, key]));
      return nodes.length > 0 || isShown(category) ? [{ key, category, children: nodes }] : [];
    });
  return below("", new Set());
}

/** All of the tree, each with the names that lead to it. */
export function waysOf(nodes: readonly Node[], above: readonly Category[] = []): { key: string; way: Category[] }[] {
  return nodes.flatMap(({ key, category, children }) => {
    const way = [...above, category];
    return [{ key, way }, ...waysOf(children, way)];
  });
}

/** Keys of all that stands below a category, at any depth. */
export function keysBelow(all: readonly Category[], key: string): Set<string> {
  const found = new Set<string>();
  const waiting = [key];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const one of all) {
      if (one.parent === at && !found.has(one.key)) {
        found.add(one.key);
        waiting.push(one.key);
      }
    }
  }
  return found;
}

/** Moves a category to a place beside or in another one. What would stand below itself stays where it is. */
export function moved(all: readonly Category[], key: string, target: string, place: Place): readonly Category[] {
  const one = all.find((each) => each.key === key);
  const goal = all.find((each) => each.key === target);
  if (!one || !goal || key === target || keysBelow(all, key).has(target)) return all;
  const rest = all.filter((each) => each.key !== key);
  const parent = place === "in" ? target : (goal.parent ?? null);
  const at = rest.indexOf(goal) + (place === "before" ? 0 : 1);
  return [...rest.slice(0, at), { ...one, parent }, ...rest.slice(at)];
}

export type Way = "up" | "down" | "deeper" | "higher";

/**
 * One step: up or down among those that stand beside it, deeper into the one above it there, or higher behind the one
 * that it stands in. What has nowhere to go stays. Those in use and those retired have their places apart.
 */
export function stepped(all: readonly Category[], key: string, way: Way): readonly Category[] {
  const one = all.find((each) => each.key === key);
  if (!one) return all;
  if (way === "higher") return one.parent ? moved(all, key, one.parent, "after") : all;
  const beside = besides(all, one);
  const next = beside[beside.indexOf(one) + (way === "down" ? 1 : -1)];
  if (!next) return all;
  if (way !== "deeper") return moved(all, key, next.key, way === "down" ? "after" : "before");
  const last = all.findLast((each) => each.parent === next.key);
  return last ? moved(all, key, last.key, "after") : moved(all, key, next.key, "in");
}

/** Those that stand beside it, with itself. */
const besides = (all: readonly Category[], one: Category): Category[] =>
  all.filter(
    (each) => (each.parent ?? null) === (one.parent ?? null) && Boolean(each.retired) === Boolean(one.retired),
  );

/** Where a category stands: among how many, as the how many-eth, below which. */
export function placeOf(all: readonly Category[], key: string) {
  const one = all.find((each) => each.key === key);
  const beside = one ? besides(all, one) : [];
  const parent = all.find((each) => each.key === one?.parent);
  return { one, parent, n: one ? beside.indexOf(one) + 1 : 0, of: beside.length };
}

/** Retires a category, with all that stands below it, or with those moved up to where it stood. */
export function retired(all: readonly Category[], key: string, below: "too" | "up"): Category[] {
  const one = all.find((each) => each.key === key);
  const under = keysBelow(all, key);
  return all.map((each) => {
    if (each.key === key || (below === "too" && under.has(each.key))) return { ...each, retired: true };
    return below === "up" && each.parent === key ? { ...each, parent: one?.parent ?? null } : each;
  });
}

/** In use again; so is what it stands below. */
export function restored(all: readonly Category[], key: string): Category[] {
  const parents = new Map(all.map((each) => [each.key, each.parent ?? null]));
  const way = new Set<string>();
  for (let at: string | null = key; at && !way.has(at); at = parents.get(at) ?? null) way.add(at);
  return all.map((each) => (way.has(each.key) ? { ...each, retired: false, merged_into: null } : each));
}

/** What a search finds: by name in any language, or by key. */
export function finds(query: string): (one: Category) => boolean {
  const wanted = query.trim().toLowerCase();
  return ({ key, name }) => [key, ...Object.values(name)].some((text) => text.toLowerCase().includes(wanted));
}
