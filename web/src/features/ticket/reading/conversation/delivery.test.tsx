import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Ticket } from "@/features/ticket/queries";
import { type Me, sessionQuery } from "@/lib/session";
import { Delivery } from "./delivery";

function show(state: "sent" | "failed", fault: string | null, reply: boolean) {
  const client = new QueryClient();
  client.setQueryData(sessionQuery.queryKey, { person_id: 3, permissions: [] as string[] } as Me);
  const ticket = {
    number: "GD-1",
    requester: { id: 9, name: "王小明" },
    allowed: { "ticket.reply": reply || "forbidden" },
  } as unknown as Ticket;
  const mailed = { id: 4, state, fault, recipients: { to: "wang@kunde.example", cc: [] } };
  render(
    <QueryClientProvider client={client}>
      <Delivery ticket={ticket} mailed={mailed} />
    </QueryClientProvider>,
  );
}

test("a reply that failed says what the server said, and can be sent again", () => {
  show("failed", "550 no such user", true);
  expect(screen.getByText("550 no such user")).toBeTruthy();
  expect(screen.getByRole("button", { name: "重发" })).toBeTruthy();
});

test("whoever may not reply is not offered to send it again", () => {
  show("failed", null, false);
  expect(screen.getByText("对方服务器没有接收，请换一种方式联系客户。")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

test("what arrived needs no words of the server", () => {
  show("sent", "250 ok", true);
  expect(screen.queryByText("250 ok")).toBeNull();
});
