/** What can stand in a message, and how it becomes text and HTML. Mail programs show the HTML as it is made here. */
import { type Extensions, mergeAttributes, Node } from "@tiptap/core";
import { TableKit } from "@tiptap/extension-table";
import { DOMParser, DOMSerializer, type Node as Piece, type Schema } from "@tiptap/pm/model";
import StarterKit from "@tiptap/starter-kit";
import { htmlOf, type Said } from "./said";

/** A picture in the words. `file` is that of its upload once it has arrived, and `upload` tells it until then. */
const Picture = Node.create({
  name: "picture",
  group: "inline",
  inline: true,
  draggable: true,
  addAttributes: () => ({
    file: { default: null, rendered: false },
    upload: { default: null, rendered: false },
    alt: { default: "" },
  }),
  parseHTML: () => [
    {
      tag: "img[src^='cid:']",
      getAttrs: (image) => ({ file: image.getAttribute("src")?.slice(4), alt: image.getAttribute("alt") ?? "" }),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    "img",
    mergeAttributes(HTMLAttributes, {
      ...(node.attrs.file && { src: `cid:${node.attrs.file}` }),
      style: "max-width:100%;height:auto",
    }),
  ],
  // Its address is that of a mail's part, which no browser finds: `drawPictures` gives it one.
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement("img");
      dom.alt = node.attrs.alt;
      return { dom, ignoreMutation: () => true };
    },
});

/** Somebody of the staff, or a team, who is to hear of it. */
const Mention = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({
    person: { default: null, rendered: false },
    team: { default: null, rendered: false },
    name: { default: "", rendered: false },
  }),
  parseHTML: () => [
    {
      tag: "mark",
      getAttrs: (mark) => {
        const { person, team } = mark.dataset;
        return person || team ? { person, team, name: mark.textContent?.replace(/^@/, "") } : false;
      },
    },
  ],
  renderHTML: ({ node: { attrs } }) => [
    "mark",
    { ...(attrs.person && { "data-person": attrs.person }), ...(attrs.team && { "data-team": attrs.team }) },
    `@${attrs.name}`,
  ],
});

/** One line, as mail programs write it: without room before and after. */
const Line = Node.create({
  name: "paragraph",
  priority: 1000,
  group: "block",
  content: "inline*",
  parseHTML: () => [{ tag: "p" }, { tag: "div" }],
  renderHTML: () => ["div", 0],
});

export const EXTENSIONS: Extensions = [
  StarterKit.configure({
    paragraph: false,
    heading: false,
    horizontalRule: false,
    blockquote: { HTMLAttributes: { style: "padding-left:8px;border-left:2px solid #cccccc" } },
    link: { openOnClick: false, defaultProtocol: "https", isAllowedUri: (uri) => /^(?:https?:|mailto:)/i.test(uri) },
  }),
  TableKit.configure({
    table: { resizable: false, HTMLAttributes: { border: "1", cellpadding: "4", style: "border-collapse:collapse" } },
  }),
  Line,
  Picture,
  Mention,
];

const isText = (piece: Piece) => piece.isText && piece.marks.length === 0;

/** Lines of text, and nothing else. */
function isPlain(doc: Piece): boolean {
  let found = true;
  doc.forEach((block) => {
    found &&= block.type.name === "paragraph";
    block.forEach((piece) => {
      found &&= isText(piece) || piece.type.name === "hardBreak";
    });
  });
  return found;
}

const leaf = (piece: Piece): string => {
  if (piece.type.name === "hardBreak") return "\n";
  return piece.type.name === "mention" ? `@${piece.attrs.name}` : `[${piece.attrs.alt ?? ""}]`;
};

/** What a document says: its text, and its HTML if it is more than lines of text. */
export function saidIn(doc: Piece): Said {
  const text = doc.textBetween(0, doc.content.size, "\n", leaf);
  return isPlain(doc) ? { text, html: null } : { text: text.trim(), html: rendered(doc) };
}

/** A document in which nothing is loaded. */
const idle = () => document.implementation.createHTMLDocument();

function rendered(doc: Piece): string {
  const there = idle();
  const box = there.body;
  box.append(DOMSerializer.fromSchema(doc.type.schema).serializeFragment(doc.content, { document: there }));
  for (const line of box.querySelectorAll("div")) if (!line.firstChild) line.append(there.createElement("br"));
  for (const odd of box.querySelectorAll("colgroup")) odd.remove();
  while (box.lastElementChild?.outerHTML === "<div><br></div>") box.lastElementChild.remove();
  return box.innerHTML;
}

/** The document of what was said. HTML of others may come in too: only what can stand here is taken. */
export function documentOf(schema: Schema, said: Said): Piece {
  const box = idle().body;
  box.innerHTML = said.html ?? htmlOf({ text: said.text, html: null });
  for (const line of box.querySelectorAll("div > br:only-child")) {
    if (line.parentElement?.childNodes.length === 1) line.remove();
  }
  return DOMParser.fromSchema(schema).parse(box, { preserveWhitespace: said.html === null ? "full" : true });
}

/** Text that comes in, as lines. */
export function linesOf(schema: Schema, text: string): Piece[] {
  return text.split(/\r\n?|\n/).map((line) => schema.node("paragraph", null, line === "" ? [] : [schema.text(line)]));
}
