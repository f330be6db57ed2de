/** The live stream for a page: by a shared worker where the browser has one, else by a connection of its own. */
import { createStore } from "../store";
import { type Liveness, openConnection } from "./connection";
import type { StreamEvent } from "./events";
import type { FromWorker, ToWorker } from "./stream.worker";

export const STREAM_URL = "/api/v1/stream";

export const liveness = createStore<Liveness>("connecting");

/** Listens until the returned function is called. */
export function listen(person: number, onEvent: (event: StreamEvent) => void): () => void {
  const url = new URL(STREAM_URL, location.href).href;
  if (typeof SharedWorker === "undefined") return openConnection(url, onEvent, liveness.set).close;

  const worker = new SharedWorker(new URL("./stream.worker.ts", import.meta.url), { type: "module", name: "gongdan" });
  const say = (message: ToWorker) => worker.port.postMessage(message);
  const leave = () => say({ kind: "leave" });
  worker.port.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === "event") onEvent(data.event);
    else liveness.set(data.liveness);
  };
  const join = () => say({ kind: "open", url, person });
  // A page that the browser kept and shows again has left, and heard nothing since.
  const rejoin = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    join();
    onEvent({ type: "resync" });
  };
  join();
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", rejoin);
  return () => {
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", rejoin);
    leave();
    worker.port.close();
  };
}
