import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { chooseLocale } from "@/lib/i18n";
import { type Due, DueChip, toneOf } from "./due-chip";

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000 + 5_000).toISOString();

function show(due: Due) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DueChip due={due} />
    </QueryClientProvider>,
  );
}

describe("a chip says the time left as a person would", () => {
  test("in Chinese", () => {
    show({ dueAt: inMinutes(72) });
    expect(screen.getByText("剩 1 小时 12 分")).toBeTruthy();
  });

  test("in English", async () => {
    await chooseLocale("en");
    show({ dueAt: inMinutes(72) });
    expect(screen.getByText("1 h 12 min left")).toBeTruthy();
    await chooseLocale("zh-CN");
  });

  test("when it is over", () => {
    show({ dueAt: inMinutes(-6) });
    expect(screen.getByText(/^超时 [56] 分$/)).toBeTruthy();
  });

  test("when it stands still, and why on hover", () => {
    show({ dueAt: null, remainingSeconds: 1_800, pausedBecause: "待反馈" });
    expect(screen.getByText("暂停，剩 30 分").parentElement?.title).toBe("待反馈");
  });
});

describe("its tone", () => {
  const now = new Date("2026-11-22T06:00:00Z");
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();
  test.each<[string, Due, string]>([
    ["is calm far from the limit", { dueAt: at(60) }, "calm"],
    ["turns at the warning point", { dueAt: at(60), riskAt: at(-1) }, "soon"],
    ["does not turn before it", { dueAt: at(10), riskAt: at(5) }, "calm"],
    ["does not turn by itself near the limit: the policy says when", { dueAt: at(10), riskAt: at(10) }, "calm"],
    ["is over past the limit", { dueAt: at(-1) }, "over"],
    ["stays over once breached, though the limit moved", { dueAt: at(60), breached: true }, "over"],
    ["is paused while it stands", { dueAt: null, remainingSeconds: 60 }, "paused"],
    ["is over when it was breached before it paused", { dueAt: null, breached: true }, "over"],
  ])("%s", (_rule, due, tone) => {
    expect(toneOf(due, now)).toBe(tone);
  });
});
