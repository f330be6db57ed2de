import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { api, unwrap } from "./api";
import { guardSession, type Me, sessionQuery, setSession } from "./session";

const someone = { person_id: 3, name: "林晓", csrf: "one" } as Me;

function answers(...bodies: (object | null | number)[]): void {
  const next = () => bodies.shift() ?? null;
  vi.stubGlobal("fetch", async () => {
    const body = next();
    return typeof body === "number"
      ? Response.json({ status: body, code: "request.unauthenticated", title: "" }, { status: body })
      : Response.json(body);
  });
}

function page() {
  const client = new QueryClient();
  const onEnded = vi.fn();
  setSession(client, someone);
  guardSession(client, onEnded);
  client.setQueryData(["tickets"], "of the one who was here");
  return { client, onEnded };
}

const read = (client: QueryClient) => client.fetchQuery({ ...sessionQuery, staleTime: 0 });

afterEach(() => vi.unstubAllGlobals());

it("tells once that a session ended when a reading of the session finds it out", async () => {
  const { client, onEnded } = page();
  answers(null, null);
  expect(await read(client)).toBeNull();
  expect(await read(client)).toBeNull();
  expect(onEnded).toHaveBeenCalledTimes(1);
  expect(client.getQueryData(["tickets"])).toBeUndefined();
});

it("tells once that a session ended when a refused call finds it out", async () => {
  const { client, onEnded } = page();
  answers(401, 401);
  for (const _ of [1, 2]) await unwrap(api.GET("/api/v1/views", {})).catch(() => undefined);
  expect(onEnded).toHaveBeenCalledTimes(1);
  expect(client.getQueryData(sessionQuery.queryKey)).toBeNull();
});

it("says nothing of a guest, of the same person, or of somebody who leaves by themselves", async () => {
  const { client, onEnded } = page();
  answers({ ...someone, csrf: "two" }, null);
  expect((await read(client))?.csrf).toBe("two");
  setSession(client, null);
  await read(client);
  expect(onEnded).not.toHaveBeenCalled();
});
