/** How words are formatted. One stop of the tab key: the arrows lead through it. */
import type { Editor } from "@tiptap/core";
import { Input } from "antd";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useWords } from "@/lib/words";
import css from "./rich.module.css";

const PATHS = {
  bold: "M5 3h3.6a2.4 2.4 0 0 1 0 4.8H5zM5 7.8h4.2a2.6 2.6 0 0 1 0 5.2H5z",
  italic: "M9.6 3 6.4 13M7.6 3h4M4.4 13h4",
  strike: "M2.4 8h11.2M11.2 5.2C11 3.8 9.8 3 8 3 6 3 4.8 4 4.8 5.4M4.8 10.6C5 12.2 6.2 13 8 13c2 0 3.2-1 3.2-2.6",
  bullets: "M6 4h7.6M6 8h7.6M6 12h7.6M2.8 4h.1M2.8 8h.1M2.8 12h.1",
  numbers: "M6.4 4h7.2M6.4 8h7.2M6.4 12h7.2M2.2 2.8h.8v2.6M2 9.4c0-1.2 1.8-1.2 1.8 0 0 .8-1.8 1.4-1.8 2.6h2",
  quote: "M3 4.5h10M6.5 8H13M6.5 11.5H13M3 7.5v4.5",
  code: "M5.6 4.8 2.4 8l3.2 3.2M10.4 4.8 13.6 8l-3.2 3.2",
  link: "M6.6 9.4 9.4 6.6M7.2 4.6 8.9 2.9a2.9 2.9 0 0 1 4.1 4.1l-1.7 1.7M8.8 11.4l-1.7 1.7A2.9 2.9 0 0 1 3 9l1.7-1.7",
  table: "M2.4 3h11.2v10H2.4zM2.4 6.4h11.2M2.4 9.7h11.2M6.2 3v10M9.9 3v10",
  picture: "M2.4 3h11.2v10H2.4zM2.4 11l3.4-3.4 3 3 2-2 2.8 2.8M10.4 5.8h.1",
  row: "M2.4 3h11.2v5H2.4zM8 10.4v4M6 12.4h4",
  column: "M3 2.4h5v11.2H3zM10.4 8h4M12.4 6v4",
  no_row: "M2.4 3h11.2v5H2.4zM6 12.4h4",
  no_column: "M3 2.4h5v11.2H3zM10.4 8h4",
  no_table: "M2.4 3h11.2v10H2.4zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
} as const;

type ToolName = keyof typeof PATHS;

interface Tool {
  name: ToolName;
  isOn?: boolean;
  run: () => void;
}

export function Toolbar({ editor, onFiles }: { editor: Editor; onFiles: OnFiles }) {
  const { t } = useWords();
  const [isLinking, setIsLinking] = useState(false);
  const [stop, setStop] = useState<ToolName>("bold");
  const chooser = useRef<HTMLInputElement>(null);
  const chain = () => editor.chain().focus();
  const tools: Tool[] = [
    { name: "bold", isOn: editor.isActive("bold"), run: () => chain().toggleBold().run() },
    { name: "italic", isOn: editor.isActive("italic"), run: () => chain().toggleItalic().run() },
    { name: "strike", isOn: editor.isActive("strike"), run: () => chain().toggleStrike().run() },
    { name: "bullets", isOn: editor.isActive("bulletList"), run: () => chain().toggleBulletList().run() },
    { name: "numbers", isOn: editor.isActive("orderedList"), run: () => chain().toggleOrderedList().run() },
    { name: "quote", isOn: editor.isActive("blockquote"), run: () => chain().toggleBlockquote().run() },
    { name: "code", isOn: editor.isActive("codeBlock"), run: () => chain().toggleCodeBlock().run() },
    { name: "link", isOn: editor.isActive("link"), run: () => setIsLinking(!isLinking) },
    ...(onFiles ? [{ name: "picture" as const, run: () => chooser.current?.click() }] : []),
    ...(editor.isActive("table") ? inTable(chain) : [{ name: "table" as const, run: () => insertTable(chain) }]),
  ];
  const insert = (files: File[]) => {
    const pictures = (onFiles?.(files) ?? []).map((attrs) => ({ type: "picture", attrs }));
    if (pictures.length > 0) chain().insertContent(pictures).run();
  };
  return (
    <>
      <div role="toolbar" aria-label={t("ticket.rich.tools")} className={css.toolbar} onKeyDown={walk}>
        {tools.map(({ name, isOn, run }) => (
          <button
            key={name}
            type="button"
            className={css.tool}
            tabIndex={name === stop ? 0 : -1}
            title={t(`ticket.rich.${name}`)}
            aria-label={t(`ticket.rich.${name}`)}
            aria-pressed={isOn}
            onFocus={() => setStop(name)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={run}
          >
            <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
              <path d={PATHS[name]} />
            </svg>
          </button>
        ))}
        <input
          ref={chooser}
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp"
          multiple
          hidden
          onChange={({ target }) => {
            insert([...(target.files ?? [])]);
            target.value = "";
          }}
        />
      </div>
      {isLinking && <LinkForm editor={editor} onDone={() => setIsLinking(false)} />}
    </>
  );
}

/** Uploads files, and answers what stands for the pictures among them; null: there are to be no more. */
type OnFiles = ((files: File[]) => { upload: number; alt: string }[]) | null;

type Chain = () => ReturnType<Editor["chain"]>;

const insertTable = (chain: Chain) => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();

const inTable = (chain: Chain): Tool[] => [
  { name: "row", run: () => chain().addRowAfter().run() },
  { name: "column", run: () => chain().addColumnAfter().run() },
  { name: "no_row", run: () => chain().deleteRow().run() },
  { name: "no_column", run: () => chain().deleteColumn().run() },
  { name: "no_table", run: () => chain().deleteTable().run() },
];

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const all = [...event.currentTarget.querySelectorAll("button")];
  const at = all.indexOf(document.activeElement as HTMLButtonElement);
  all[(at + step + all.length) % all.length]?.focus();
  event.preventDefault();
}

/** Where the selected words lead; empty, nowhere any more. Enter sets it, Escape leaves it. */
function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useWords();
  const id = useId();
  const [address, setAddress] = useState<string>(editor.getAttributes("link").href ?? "");
  const [isWrong, setIsWrong] = useState(false);
  const set = () => {
    const href = addressOf(address);
    if (href === null) return setIsWrong(true);
    const chain = editor.chain().focus().extendMarkRange("link");
    if (href === "") chain.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive("link")) {
      chain.insertContent({ type: "text", text: address.trim(), marks: [{ type: "link", attrs: { href } }] }).run();
    } else chain.setLink({ href }).run();
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") return set();
    editor.commands.focus();
    onDone();
  };
  return (
    <div className={css.link}>
      <label htmlFor={id}>{t("ticket.rich.address")}</label>
      <Input
        id={id}
        size="small"
        autoFocus
        placeholder="https://"
        maxLength={2000}
        value={address}
        status={isWrong ? "error" : undefined}
        aria-invalid={isWrong}
        onChange={(event) => {
          setAddress(event.target.value);
          setIsWrong(false);
        }}
        onKeyDown={onKeyDown}
      />
      <button type="button" className={css.set} onClick={set}>
        {t("ticket.rich.set")}
      </button>
      {isWrong && <span role="alert">{t("ticket.rich.no_address")}</span>}
    </div>
  );
}

/** The address that somebody means; empty for none, null where it is none. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  if (text === "") return "";
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`;
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d/.test(text) ? text : `https://${text}`;
  if (!/^(https?|mailto):/i.test(whole) || /\s/.test(whole) || !URL.canParse(whole)) return null;
  return whole;
}
