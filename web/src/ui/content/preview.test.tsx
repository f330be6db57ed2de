import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { FileRef } from "./files";
import { previewOf, textOf } from "./preview";
import { PreviewedFile } from "./previews";

test.each([
  ["audio/mpeg", 1, "audio"],
  ["video/mp4", 1, "video"],
  ["text/plain", 1, "text"],
  ["text/csv", 1, "text"],
  ["application/json", 1, "text"],
  ["text/plain", 600_000, null],
  ["text/html", 1, null],
  ["image/svg+xml", 1, null],
  ["application/pdf", 1, null],
  ["application/octet-stream", 1, null],
])("%s of %d bytes is seen as %s", (type, size, kind) => expect(previewOf({ type, size, name: "a.x" })).toBe(kind));

test.each([
  ["a.pdf", true, "pdf"],
  ["A.PDF", true, "pdf"],
  ["a.png", true, null],
  ["a.pdf", false, null],
])("a PDF called %s is read where the browser has a reader (%s)", (name, has, kind) => {
  vi.stubGlobal("navigator", { pdfViewerEnabled: has });
  expect(previewOf({ type: "application/pdf", size: 1, name })).toBe(kind);
  vi.unstubAllGlobals();
});

test("a text is read in the encoding that it is in", () => {
  expect(textOf(new TextEncoder().encode("退款"))).toBe("退款");
  expect(textOf(new Uint8Array([0xcd, 0xcb, 0xbf, 0xee]))).toBe("退款");
  expect(textOf(new Uint8Array([0xff, 0xfe, 0x00, 0x90]))).toBe("退");
});

const show = (file: FileRef) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PreviewedFile file={file} />
    </QueryClientProvider>,
  );

const file: FileRef = {
  id: "f",
  name: "a.log",
  type: "text/plain",
  size: 9,
  url: "/f",
  inline: false,
  content_id: null,
};

test("a text is read when somebody asks for it, as words and nothing else", async () => {
  const read = vi.fn(async () => new Response("<b>错误</b>"));
  vi.stubGlobal("fetch", read);
  show(file);
  expect(read).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: /预览/ }));
  expect((await screen.findByText("<b>错误</b>")).tagName).toBe("PRE");
  fireEvent.click(screen.getByRole("button", { name: /收起/ }));
  expect(screen.queryByText("<b>错误</b>")).toBeNull();
});

test("what cannot be read says so, and what cannot be played is a chip", async () => {
  vi.stubGlobal("fetch", async () => new Response("", { status: 404 }));
  show(file);
  fireEvent.click(screen.getByRole("button", { name: /预览/ }));
  expect(await screen.findByRole("alert")).toBeTruthy();
  cleanup();
  show({ ...file, name: "b.mp3", type: "audio/mpeg" });
  const heard = screen.getByLabelText("b.mp3");
  expect(heard.getAttribute("preload")).toBe("none");
  fireEvent.error(heard);
  expect(screen.queryByLabelText("b.mp3")).toBeNull();
  expect(screen.getByRole("link", { name: /b.mp3/ })).toBeTruthy();
});
