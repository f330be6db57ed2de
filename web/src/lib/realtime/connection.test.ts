import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Liveness, openConnection } from "./connection";
import { parseEvent, type StreamEvent } from "./events";

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static all: FakeSource[] = [];
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    FakeSource.all.push(this);
  }

  say(type: string, data: string): void {
    this.dispatchEvent(new MessageEvent(type, { data }));
  }

  /** The server refused for good: the browser does not try again. */
  giveUp(): void {
    this.readyState = FakeSource.CLOSED;
    this.onerror?.();
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }
}

const events: StreamEvent[] = [];
const states: Liveness[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", FakeSource);
  FakeSource.all = [];
  events.length = 0;
  states.length = 0;
});

afterEach(() => {
  vi.useRealTimers();
});

const connect = () =>
  openConnection(
    "/stream",
    (event) => events.push(event),
    (state) => states.push(state),
  );
const latest = () => FakeSource.all.at(-1) as FakeSource;

test("events arrive by their names; unknown and broken ones are passed over", () => {
  connect();
  latest().say("views", '{"counts":{"mine":3}}');
  latest().say("weather", "{}");
  latest().say("ticket", "{broken");
  expect(events).toEqual([{ type: "views", counts: { mine: 3 } }]);
  expect(parseEvent("weather", "{}")).toBeNull();
});

test("a broken line is the browser's to mend; what was not told meanwhile is read again", () => {
  connect();
  latest().onopen?.();
  latest().onerror?.();
  latest().onopen?.();
  vi.advanceTimersByTime(60_000);
  expect(FakeSource.all).toHaveLength(1);
  expect(states).toEqual(["connecting", "live", "lost", "live"]);
  expect(events).toEqual([{ type: "resync" }, { type: "resync" }]);
});

test("a refused stream is opened anew; whenever one is new, everything is read again, because it tells only what follows", () => {
  connect();
  latest().onopen?.();
  latest().giveUp();
  vi.advanceTimersByTime(1_000);
  expect(FakeSource.all).toHaveLength(2);
  latest().onopen?.();
  expect(events).toEqual([{ type: "resync" }, { type: "resync" }]);
});

test("what was closed stays closed", () => {
  const connection = connect();
  latest().giveUp();
  connection.close();
  vi.advanceTimersByTime(60_000);
  expect(FakeSource.all).toHaveLength(1);
});
