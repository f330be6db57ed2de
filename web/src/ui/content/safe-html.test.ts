import { expect, test } from "vitest";
import { clean } from "./safe-html";

const picture = {
  ...{ id: "7", name: "a.png", type: "image/png", size: 1, inline: true },
  ...{ url: "/api/v1/files/7/a.png?mac=x", content_id: "a.1@kunde" },
};
const said = (html: string, withRemote = false) => clean(`<p>${html}</p>`, [picture], withRemote);

test("a picture of the mail is shown from our files, and is not listed again", () => {
  const { html, held, shown } = said('<img src="cid:a.1@kunde">');
  expect(html).toContain(`src="/api/v1/files/7/a.png?mac=x"`);
  expect(held).toBe(0);
  expect([...shown]).toEqual(["7"]);
});

test("a picture may be named with brackets and encoded", () => {
  expect(said('<img src="cid:%3Ca.1%40kunde%3E">').shown.has("7")).toBe(true);
});

test("a picture that the mail only names leads nowhere", () => {
  const { html, shown } = said('<img src="cid:other">');
  expect(html).not.toContain("src=");
  expect(shown.size).toBe(0);
});

test.each(["src", "data-blocked-src"])("a stranger's picture in %s waits for the reader's word", (attribute) => {
  const html = `<img ${attribute}="https://far.example/p.gif">`;
  expect(said(html)).toMatchObject({ held: 1, html: expect.not.stringContaining("far.example") });
  const asked = said(html, true);
  expect(asked.held).toBe(0);
  expect(asked.html).toContain('src="https://far.example/p.gif"');
  expect(asked.html).toContain('referrerpolicy="no-referrer"');
});
