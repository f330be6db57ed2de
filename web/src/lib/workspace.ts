/**
 * Which workspace this page is of. Where an installation serves several without a host of their own, their addresses
 * begin with `/w/<slug>`; the server is told with every request.
 */
const found = /^\/w\/([a-zA-Z0-9][a-zA-Z0-9_.-]{0,62})(?=\/|$)/.exec(globalThis.location?.pathname ?? "");

export const WORKSPACE = found?.[1];

/** What every address of this workspace begins with: empty for the one at the front. */
export const BASE = found?.[0] ?? "";
