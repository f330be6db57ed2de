/** The typed client of `/api/v1`. Types come from the server's OpenAPI document (`npm run gen`), never by hand. */
import createClient from "openapi-fetch";
import { currentLocale } from "../i18n";
import { WORKSPACE } from "../workspace";
import type { components, paths } from "./schema.gen";
import { newKey } from "./wish";

export type Schemas = components["schemas"];

/** The body of a POST, for shapes whose names the document shares between areas. */
export type Posted<P extends keyof paths> = paths[P] extends {
  post: { requestBody: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

export interface Fault {
  field: string;
  code: string;
  title: string;
}

/** A refusal as RFC 9457 words it, already in the reader's language. `members` holds what the refusal adds. */
export class Problem extends Error {
  override name = "Problem";

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly remedy: string,
    readonly faults: readonly Fault[],
    readonly members: Readonly<Record<string, unknown>>,
  ) {
    super(title);
  }
}

/** Nothing came back at all: the network, or a proxy that answers in its own words. */
export const UNREACHABLE = "client.unreachable";

let csrf = "";

/** Set at sign-in; goes back with every change (spec 08). */
export function rememberCsrf(token: string): void {
  csrf = token;
}

/** What becomes of the person's session; `lib/session` keeps it, and nothing else knows how. */
interface Door {
  /** Reads the session anew; true if it is still the same person's, and the token is remembered. */
  renew: () => Promise<boolean>;
  /** The server knows nobody by this cookie any more. */
  ended: () => void;
}

let door: Door | null = null;

export function keepDoor(next: Door): void {
  door = next;
}

/** Has the person show their password again; true once they did. */
type Prover = () => Promise<boolean>;

let prover: Prover | null = null;

/** Who asks for the password; called again to ask no more. */
export function keepProver(next: Prover): () => void {
  prover = next;
  return () => {
    if (prover === next) prover = null;
  };
}

/** The code of a refusal, without taking its body from whoever reads it next. */
async function codeOf(answer: Response): Promise<string> {
  const said: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  return problemOf(answer.status, said).code;
}

function addressed(request: Request): Request {
  request.headers.set("Accept-Language", currentLocale());
  if (WORKSPACE) request.headers.set("X-Workspace", WORKSPACE);
  if (request.method !== "GET" && csrf) request.headers.set("X-CSRF-Token", csrf);
  return request;
}

/**
 * Asks the server. Whoever signed in anew in another tab has another token: it is fetched, and the request repeated
 * once. So it is when the server wants to see the password again, and saw it. `fetch` is looked up at each call, so that tests may stand in for the network.
 */
async function ask(request: Request): Promise<Response> {
  const spare = request.method === "GET" ? null : request.clone();
  const answer = await fetch(addressed(request));
  if (answer.status === 401 && (await codeOf(answer)) === "request.unauthenticated") door?.ended();
  if (answer.status !== 403 || !spare) return answer;
  const code = await codeOf(answer);
  const mayAgain =
    (code === "request.csrf" && (await door?.renew())) || (code === "accounts.proof_needed" && (await prover?.()));
  return mayAgain ? fetch(addressed(spare)) : answer;
}

export const api = createClient<paths>({ baseUrl: globalThis.location?.origin, fetch: ask });

/** The version that a person has seen; without one nothing is checked. */
export function seen(version: number | undefined): Record<string, string> {
  return version === undefined ? {} : { "If-Match": `"${version}"` };
}

type Reply<T> = { data?: T; error?: unknown; response: Response };

/** The answer's body, or a thrown `Problem`. */
export async function unwrap<T>(call: Promise<Reply<T>>): Promise<T> {
  let reply: Reply<T>;
  try {
    reply = await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem(0, UNREACHABLE, "", "", [], {});
  }
  if (!reply.response.ok) throw problemOf(reply.response.status, reply.error);
  return reply.data as T;
}

export function problemOf(status: number, body: unknown): Problem {
  const said = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const { code, title, detail, remedy, faults, ...members } = said;
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return new Problem(
    status,
    text(code) || UNREACHABLE,
    text(title),
    text(remedy) || text(detail),
    Array.isArray(faults) ? (faults as Fault[]) : [],
    members,
  );
}

/** A file goes as the raw body, with its name in a header; `XMLHttpRequest` is not needed for its progress. */
export async function sendFile<T>(path: string, file: File, signal?: AbortSignal): Promise<T> {
  const request = new Request(new URL(path, location.origin), {
    method: "POST",
    body: file,
    signal,
    headers: {
      "Content-Type": file.type || "application/octet-stream",
      "X-File-Name": encodeURIComponent(file.name),
      "Idempotency-Key": newKey(),
    },
  });
  const call = ask(request).then(async (response) => {
    const body: unknown = await response.json().catch(() => undefined);
    return response.ok ? { data: body as T, response } : { error: body, response };
  });
  return unwrap(call);
}

export const uploadFile = (file: File, signal?: AbortSignal): Promise<Schemas["FileRef"]> =>
  sendFile("/api/v1/files", file, signal);
