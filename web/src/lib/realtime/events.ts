/** What the stream says (GET /api/v1/stream). Ids are positions in the log; `Last-Event-ID` resumes after them. */
import type { Schemas } from "../api";

export interface TicketEvent {
  type: "ticket";
  number: string;
  version: number;
  kinds: string[];
  /** The ticket as a line of a queue; null where this reader's line is not known to the stream. */
  row: Schemas["TicketRow"] | null;
  /** The ticket left what this reader may see. */
  gone: boolean;
}
export interface ViewsEvent {
  type: "views";
  counts: Record<string, number>;
}
export type NoticeEvent = { type: "notice" } & Omit<Schemas["Notice"], "read_at">;
/** What became of a ticket's mails changed; its version did not. */
export interface DeliveryEvent {
  type: "delivery";
  number: string;
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
export type StreamEvent = TicketEvent | ViewsEvent | NoticeEvent | DeliveryEvent | PresenceEvent | ResyncEvent;

export const STREAM_TYPES = ["ticket", "views", "notice", "delivery", "presence", "resync"] as const;

/** Null for what cannot be read: a newer server may say more than this page knows. */
export function parseEvent(type: string, data: string): StreamEvent | null {
  if (!STREAM_TYPES.includes(type as StreamEvent["type"])) return null;
  try {
    return { ...(JSON.parse(data || "{}") as object), type } as StreamEvent;
  } catch {
    return null;
  }
}
