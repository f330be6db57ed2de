import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { type Me, sessionQuery } from "@/lib/session";
import { OriginNote } from "./message";

function show(note: string) {
  const client = new QueryClient();
  client.setQueryData(sessionQuery.queryKey, { person_id: 3, permissions: [] as string[] } as Me);
  render(
    <QueryClientProvider client={client}>
      <OriginNote note={note} />
    </QueryClientProvider>,
  );
}

test("a bound that cut the receivers says how many there were", () => {
  show("receivers:12");
  expect(screen.getByText(/共有 12 个收件人/)).toBeTruthy();
});

test("what could not be read is said, also by a code that this page does not know", () => {
  show("pgp_encrypted");
  expect(screen.getByText("邮件已加密（PGP），无法读取。")).toBeTruthy();
  show("something_new");
  expect(screen.getByText("邮件有一部分没能完整读取。")).toBeTruthy();
});
