import { Editor } from "@tiptap/core";
import { describe, expect, test } from "vitest";
import { documentOf, EXTENSIONS, saidIn } from "./document";
import { cleaned, saysSomething } from "./pasted";
import { formOf, htmlOf, partsOf } from "./said";
import { addressOf } from "./toolbar";

const editor = new Editor({ extensions: EXTENSIONS, injectCSS: false });
const through = (said: { text: string; html: string | null }) => saidIn(documentOf(editor.schema, said));
const rich = (html: string) => through({ text: "", html });

describe("what is written", () => {
  test.each(["", "您好", "您好：\n\n  第二行\n", "a <b> & c"])("lines of text stay lines of text: %j", (text) => {
    expect(through({ text, html: null })).toEqual({ text, html: null });
  });

  test.each([
    "<div>请<strong>重启</strong></div><div><br></div><div>再试</div>",
    "<ul><li><div>一</div></li><li><div>二</div></li></ul>",
    '<div><mark data-person="12">@林晓</mark> 看一下</div>',
    "<pre><code>a\n  b</code></pre>",
  ])("what is formatted comes back as it was: %s", (html) => {
    expect(rich(html).html).toBe(html);
    expect(through(rich(html))).toEqual(rich(html));
  });

  test("as text it has its lines, its pictures by name and whom it mentions", () => {
    const html = '<div>看 <img src="cid:f1" alt="图.png"></div><div><mark data-team="tech">@技术部</mark></div>';
    expect(rich(html).text).toBe("看 [图.png]\n@技术部");
  });

  test("nothing else can stand there", () => {
    const html = '<div onclick="x()">a<script>b</script><img src="https://t.example/p.png"><svg></svg></div><h1>c</h1>';
    expect(rich(html)).toEqual({ text: "a\nc", html: null });
  });
});

describe("what is pasted", () => {
  test("lists of Word are lists", () => {
    const word = `<!--[if gte mso 9]><xml>x</xml><![endif]--><style>p{}</style>
      <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span>·<span>&nbsp;&nbsp; </span></span>重启<o:p></o:p></p>
      <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span>·<span>&nbsp;&nbsp; </span></span>登录</p>
      <p class="MsoListParagraph" style="mso-list:l1 level1 lfo2"><span>1.<span>&nbsp; </span></span>甲</p>`;
    const { html } = rich(cleaned(word));
    expect(html).toBe("<ul><li><div>重启</div></li><li><div>登录</div></li></ul><ol><li><div>甲</div></li></ol>");
  });

  test("cells of Excel are a table, and the picture beside them is none", () => {
    const excel = "<table><col><tr><td class=xl65>1</td><td>2</td></tr></table>";
    expect(saysSomething(excel)).toBe(true);
    expect(rich(cleaned(excel)).html).toContain("<td");
    expect(saysSomething('<meta charset="utf-8"><img src="https://a.example/x.png">')).toBe(false);
  });

  test("headings stand out, and what Google wraps is not bold", () => {
    expect(rich(cleaned("<h2>标题</h2>")).html).toBe("<div><strong>标题</strong></div>");
    expect(rich(cleaned('<b style="font-weight:normal"><p>不粗</p></b>')).html).toBeNull();
  });
});

test("pictures that were taken out again are not sent, other files are", () => {
  const file = (id: string) => ({ id, name: id, type: "", size: 1, url: "" });
  const all = [
    { id: 1, name: "a", state: "done", file: file("a"), isInline: true },
    { id: 2, name: "b", state: "done", file: file("b"), isInline: true },
    { id: 3, name: "c", state: "done", file: file("c") },
  ];
  expect(partsOf({ all } as never, '<div><img src="cid:a" alt=""></div>')).toEqual(["a", "c"]);
  expect(partsOf({ all } as never, null)).toEqual(["c"]);
});

test("whom the words mention is sent with them", () => {
  const html =
    '<div><mark data-person="12">@林晓</mark><mark data-person="12">@林晓</mark><mark data-team="t">@x</mark></div>';
  expect(formOf(html)).toEqual({ html, mentions: [12], mention_teams: ["t"] });
  expect(formOf(null)).toEqual({});
});

test.each([
  ["a.example/x", "https://a.example/x"],
  ["http://a.example", "http://a.example"],
  ["lin@a.example", "mailto:lin@a.example"],
  ["javascript:alert(1)", null],
  ["not an address", null],
  ["", ""],
])("%j leads to %j", (typed, href) => {
  expect(addressOf(typed)).toBe(href);
});

test("lines become blocks, with nothing of HTML in them", () => {
  expect(htmlOf({ text: "a\n\n<b>", html: null })).toBe("<div>a</div><div><br></div><div>&lt;b&gt;</div>");
});
