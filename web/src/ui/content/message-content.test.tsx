import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { MessageContent } from "./message-content";

const show = (quoted: string | null) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MessageContent text="新写的" html="<p><b>新写的</b></p><p>往来的旧信</p>" quoted={quoted} files={[]} />
    </QueryClientProvider>,
  );

test("a mail that repeats the thread shows what is new, and as it came on request", () => {
  show("往来的旧信");
  expect(screen.getByText("新写的").tagName).not.toBe("B");
  fireEvent.click(screen.getByRole("button", { name: "查看原邮件" }));
  expect(screen.getByText("新写的").tagName).toBe("B");
  fireEvent.click(screen.getByRole("button", { name: "只看新写的内容" }));
  expect(screen.getByText("新写的").tagName).not.toBe("B");
});

test("a mail that repeats nothing is shown as it came", () => {
  show(null);
  expect(screen.getByText("新写的").tagName).toBe("B");
  expect(screen.queryByRole("button")).toBeNull();
});
