/** What the stream says (GET /api/v1/stream). Ids are positions in the log; `Last-Event-ID` resumes after them. */
import type { Schemas } from "../api";

export interface TicketEvent {
  type: "ticket";
  number: string;
  version: number;
  kinds: string[];
  /** Ids of messages that were there before and are shown otherwise now. */
  messages?: number[];
  /** The ticket as a line of a queue; null where this reader's line is not known to the stream. */
  row: Schemas["TicketRow"] | null;
  /** The ticket left what this reader may see. */
  gone: boolean;
  /** What became of it in lists that the stream was asked to watch, by their names; of others nothing is said. */
  lists: Record<string, ListChange>;
}
/** `ask`: the server cannot tell; the beginning of the list has to be read again. */
export interface ListChange {
  change: "enter" | "leave" | "move" | "patch" | "ask";
  place: Schemas["RowPlace"] | null;
  fields: Record<string, unknown>;
}
/** The stream begins; `client` is its name, for asking it to watch lists. */
export interface HelloEvent {
  type: "hello";
  client: string;
}
/** From here on the stream tells what changes do to a list, or no longer. */
export interface ListEvent {
  type: "list";
  list: string;
  is_open: boolean;
}
export interface ViewsEvent {
  type: "views";
  counts: Record<string, number>;
  /** Views came, went or were changed. */
  changed?: boolean;
}
export type NoticeEvent = { type: "notice" } & Schemas["Notice"];
/** The person read notices on one of their pages: those of a ticket, or (null) some of any. */
export interface NoticesReadEvent {
  type: "notices_read";
  number: string | null;
}
/** What became of a ticket's mails changed; its version did not. */
export interface DeliveryEvent {
  type: "delivery";
  number: string;
  /** Ids of the replies that were mailed. */
  messages?: number[];
}
/** The draft of the policy, or the release in force, is another one. */
export interface PolicyEvent {
  type: "policy";
  is_published: boolean;
}
export type Present = Schemas["Present"];
export interface PresenceEvent {
  type: "presence";
  number: string;
  people: Present[];
}
/** Something was missed: everything on the page has to be read again. */
export interface ResyncEvent {
  type: "resync";
}
export type StreamEvent =
  | HelloEvent
  | TicketEvent
  | ListEvent
  | ViewsEvent
  | NoticeEvent
  | NoticesReadEvent
  | DeliveryEvent
  | PolicyEvent
  | PresenceEvent
  | ResyncEvent;

export const STREAM_TYPES = [
  "hello",
  "ticket",
  "list",
  "views",
  "notice",
  "notices_read",
  "delivery",
  "policy",
  "presence",
  "resync",
] as const;

/** Null for what cannot be read: a newer server may say more than this page knows. */
export function parseEvent(type: string, data: string): StreamEvent | null {
  if (!STREAM_TYPES.includes(type as StreamEvent["type"])) return null;
  try {
    return { ...(JSON.parse(data || "{}") as object), type } as StreamEvent;
  } catch {
    return null;
  }
}
