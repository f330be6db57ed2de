/** One stream for all pages of a browser: it stays open while any page listens, and opens anew for another person. */
import { type Connection, type Liveness, openConnection } from "./connection";
import type { StreamEvent } from "./events";

export type ToWorker = { kind: "open"; url: string; person: number } | { kind: "leave" };
export type FromWorker = { kind: "event"; event: StreamEvent } | { kind: "liveness"; liveness: Liveness };

const ports = new Set<MessagePort>();
let connection: Connection | undefined;
let person: number | undefined;
let liveness: Liveness = "connecting";
/** For pages that come later. */
let hello: StreamEvent | undefined;

function tell(message: FromWorker): void {
  for (const port of ports) port.postMessage(message);
}

function open(url: string, forPerson: number): void {
  if (connection && person === forPerson) return;
  connection?.close();
  hello = undefined;
  person = forPerson;
  connection = openConnection(
    url,
    (event) => {
      if (event.type === "hello") hello = event;
      tell({ kind: "event", event });
    },
    (now) => {
      liveness = now;
      tell({ kind: "liveness", liveness });
    },
  );
}

function leave(port: MessagePort): void {
  ports.delete(port);
  if (ports.size > 0) return;
  connection?.close();
  connection = undefined;
  hello = undefined;
}

(globalThis as unknown as { onconnect: (event: MessageEvent) => void }).onconnect = (event) => {
  const port = event.ports[0];
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === "leave") return leave(port);
    ports.add(port);
    open(data.url, data.person);
    port.postMessage({ kind: "liveness", liveness } satisfies FromWorker);
    if (hello) port.postMessage({ kind: "event", event: hello } satisfies FromWorker);
  };
};
