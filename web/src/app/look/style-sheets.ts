/**
 * Style sheets made by components at run time, as constructable sheets: allowed by `style-src 'self'`.
 *
 * Stands in for the style writers of antd and of its icons (vite.config.ts): same names, same meaning. A sheet is known
 * by its key; lower `priority` comes first in the cascade. Sheets of components live in a cascade layer (app/theme.tsx),
 * so their place beside the linked sheets of the application never matters.
 */

type Place = { priority?: number; prepend?: boolean | "queue" };
type Written = { key: string; priority: number; css: string; sheet: CSSStyleSheet };

/** What callers hang their marks on; they read nothing back. */
type Handle = Record<string, unknown> & { setAttribute(name: string, value: string): void };

const written: Written[] = [];
const handle: Handle = { setAttribute: () => undefined };
const warned = new Set<string>();

function show(): void {
  document.adoptedStyleSheets = written.map((entry) => entry.sheet);
}

function rank({ priority = 0, prepend }: Place): number {
  return prepend === true ? Number.NEGATIVE_INFINITY : prepend === "queue" ? priority - 1_000 : priority;
}

export function updateCSS(css: string, key: string, place: Place = {}): Handle {
  const known = written.find((entry) => entry.key === key);
  if (known) {
    if (known.css !== css) known.sheet.replaceSync(css);
    known.css = css;
    return handle;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const entry = { key, css, sheet, priority: rank(place) };
  const next = written.findIndex((other) => other.priority > entry.priority);
  written.splice(next < 0 ? written.length : next, 0, entry);
  show();
  return handle;
}

export function injectCSS(css: string, place: Place = {}): Handle {
  return updateCSS(css, css, place);
}

export function removeCSS(key: string): void {
  const at = written.findIndex((entry) => entry.key === key);
  if (at < 0) return;
  written.splice(at, 1);
  show();
}

/** Nothing is cached by container here. */
export function clearContainerCache(): void {}

/** Icons of this application live in the document, never in a shadow tree. */
export function getShadowRoot(): null {
  return null;
}

export function warningOnce(holds: boolean, text: string): void {
  if (holds || warned.has(text)) return;
  warned.add(text);
  console.warn(text);
}
