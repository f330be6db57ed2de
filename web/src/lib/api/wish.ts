/** A wish is made once, however often it is sent: every body keeps its idempotency key until it has been granted. */

export type Key = { "Idempotency-Key": string };

const keys = new Map<string, string>();

/** `crypto.randomUUID` exists in secure contexts only, and an installation may be served by plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Sends what is wished. After a lost answer the same wish goes under the same key; another body is another wish, and so
 * is the same one once it was granted. `what` is all that tells wishes apart.
 */
export async function asOneWish<T>(what: unknown, send: (key: Key) => Promise<T>): Promise<T> {
  const said = JSON.stringify(what);
  const key = keys.get(said) ?? newKey();
  keys.set(said, key);
  const granted = await send({ "Idempotency-Key": key });
  if (keys.get(said) === key) keys.delete(said);
  return granted;
}
