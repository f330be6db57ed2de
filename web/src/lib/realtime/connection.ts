/** One connection to the stream that comes back by itself; runs in a page or in a shared worker. */
import { parseEvent, STREAM_TYPES, type StreamEvent } from "./events";

export type Liveness = "connecting" | "live" | "lost";

const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 30_000];

export interface Connection {
  close: () => void;
}

/**
 * `EventSource` itself mends a broken line; only when it gives up for good (an error status) is a new one made. Tickets
 * are told again from `Last-Event-ID` on, but not counters, notices and people: whenever it opens, all is read again.
 */
export function openConnection(
  url: string,
  onEvent: (event: StreamEvent) => void,
  onLiveness: (liveness: Liveness) => void,
): Connection {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  const open = () => {
    onLiveness("connecting");
    source = new EventSource(url, { withCredentials: true });
    source.onopen = () => {
      onEvent({ type: "resync" });
      failures = 0;
      onLiveness("live");
    };
    source.onerror = () => {
      onLiveness("lost");
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]);
      failures += 1;
    };
    for (const type of STREAM_TYPES) {
      source.addEventListener(type, (message: MessageEvent<string>) => {
        const event = parseEvent(type, message.data);
        if (event) onEvent(event);
      });
    }
  };

  open();
  return {
    close: () => {
      clearTimeout(timer);
      source?.close();
    },
  };
}
