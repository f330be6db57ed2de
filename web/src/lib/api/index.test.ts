import { beforeEach, describe, expect, test, vi } from "vitest";
import { api, keepDoor, Problem, problemOf, rememberCsrf, seen, UNREACHABLE, unwrap, uploadFile } from ".";

let answer: () => Response | Promise<Response>;
const sent: Request[] = [];

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal("fetch", async (request: Request | string, init?: RequestInit) => {
    sent.push(request instanceof Request ? request : new Request(new URL(request, location.href), init));
    return answer();
  });
});

describe("a refusal", () => {
  test("keeps what it says, and what it adds", () => {
    const problem = problemOf(412, {
      type: "t",
      code: "ticket.changed",
      title: "T",
      remedy: "R",
      faults: [],
      version: 9,
    });
    expect(problem).toMatchObject({ status: 412, code: "ticket.changed", title: "T", remedy: "R" });
    expect(problem.members.version).toBe(9);
  });

  test("is thrown by unwrap", async () => {
    answer = () =>
      Response.json({ code: "x.y", title: "T", faults: [{ field: "title", code: "c", title: "F" }] }, { status: 422 });
    const call = unwrap(api.POST("/api/v1/tickets", { body: { title: "" } }));
    await expect(call).rejects.toMatchObject({ code: "x.y", faults: [{ field: "title" }] });
  });

  test("of a proxy that speaks another language is an unexpected one", () => {
    expect(problemOf(502, "<html>").code).toBe(UNREACHABLE);
  });

  test("is not what a lost network is", async () => {
    answer = () => Promise.reject(new TypeError("network"));
    await expect(unwrap(api.GET("/api/v1/views"))).rejects.toSatisfy(
      (error) => error instanceof Problem && error.status === 0,
    );
  });
});

describe("every request", () => {
  beforeEach(() => {
    answer = () => Response.json([]);
    rememberCsrf("secret");
  });

  test("names the reader's language", async () => {
    await api.GET("/api/v1/views");
    expect(sent[0]?.headers.get("Accept-Language")).toBe("zh-CN");
  });

  test("carries the token only when it changes something", async () => {
    await api.GET("/api/v1/views");
    await api.DELETE("/api/v1/session");
    expect(sent.map((request) => request.headers.get("X-CSRF-Token"))).toEqual([null, "secret"]);
  });

  test("says what was seen, when something was", () => {
    expect(seen(7)).toEqual({ "If-Match": '"7"' });
    expect(seen(undefined)).toEqual({});
  });

  test("of an upload names the file in letters that a header may hold", async () => {
    answer = () => Response.json({ id: "1", name: "截图.png" }, { status: 201 });
    await uploadFile(new File(["x"], "截图.png", { type: "image/png" }));
    expect(sent[0]?.headers.get("X-File-Name")).toBe(encodeURIComponent("截图.png"));
    expect(sent[0]?.headers.get("Content-Type")).toBe("image/png");
  });
});

describe("a session", () => {
  const refusal = (status: number, code: string) => Response.json({ code, title: "T" }, { status });

  test("begun anew in another tab changes the token: it is read, and the change sent once more", async () => {
    rememberCsrf("old");
    keepDoor({
      renew: async () => {
        rememberCsrf("new");
        return true;
      },
      ended: () => undefined,
    });
    answer = () => (sent.length === 1 ? refusal(403, "request.csrf") : Response.json({ number: "GD-1" }));
    await unwrap(api.POST("/api/v1/tickets", { body: { title: "Once" } }));
    expect(sent.map((request) => request.headers.get("X-CSRF-Token"))).toEqual(["old", "new"]);
    expect(await sent[1]?.json()).toEqual({ title: "Once" });
  });

  test("of somebody else gets nothing that this person wanted", async () => {
    keepDoor({ renew: async () => false, ended: () => undefined });
    answer = () => refusal(403, "request.csrf");
    await expect(unwrap(api.POST("/api/v1/tickets", { body: { title: "" } }))).rejects.toMatchObject({ status: 403 });
    expect(sent).toHaveLength(1);
  });

  test("that ended is told; a refused sign-in is none", async () => {
    const ended = vi.fn();
    keepDoor({ renew: async () => false, ended });
    answer = () => refusal(401, "accounts.sign_in_refused");
    await api.GET("/api/v1/views");
    expect(ended).not.toHaveBeenCalled();
    answer = () => refusal(401, "request.unauthenticated");
    await api.GET("/api/v1/views");
    expect(ended).toHaveBeenCalledOnce();
  });
});
