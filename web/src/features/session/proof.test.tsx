import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { api, unwrap } from "@/lib/api";
import { Proof } from "./proof";
import "./proof-dialog"; // else the first of the tests waits for it

let isProved: boolean;
let asked: string[];

async function serve(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace("/api/v1", "");
  asked.push(path);
  if (path === "/session/proof") {
    isProved = true;
    return new Response(null, { status: 204 });
  }
  if (isProved) return Response.json({ number: "GD-1" }, { status: 201 });
  return Response.json({ code: "accounts.proof_needed", title: "要密码", status: 403 }, { status: 403 });
}

beforeEach(() => {
  isProved = false;
  asked = [];
  vi.stubGlobal("fetch", serve);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Proof />
    </QueryClientProvider>,
  );
});

afterEach(() => vi.unstubAllGlobals());

const sensitive = (title: string) => unwrap(api.POST("/api/v1/tickets", { body: { title } }));

test("the password is asked for once, and what waited for it goes on by itself", async () => {
  const both = Promise.all([sensitive("one"), sensitive("two")]);
  fireEvent.change(await screen.findByLabelText("密码"), { target: { value: "一个很长的密码" } });
  fireEvent.click(screen.getByRole("button", { name: /确\s?认/ }));
  expect(await both).toEqual([{ number: "GD-1" }, { number: "GD-1" }]);
  expect(asked.filter((path) => path === "/session/proof")).toHaveLength(1);
  expect(asked.filter((path) => path === "/tickets")).toHaveLength(4);
});

test("whoever leaves is told why nothing was done", async () => {
  const refused = expect(sensitive("one")).rejects.toMatchObject({ code: "accounts.proof_needed" });
  await screen.findByLabelText("密码");
  fireEvent.click(screen.getByRole("button", { name: /取\s?消|关\s?闭/ }));
  await refused;
});
