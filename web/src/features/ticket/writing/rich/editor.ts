/** The editor of one way of writing. What it says is kept outside of it: it tells each change, and takes over others'. */
import { Editor } from "@tiptap/core";
import { Fragment, Slice } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { documentOf, EXTENSIONS, linesOf, saidIn } from "./document";
import type { Field } from "./field";
import { cleaned, saysSomething } from "./pasted";
import { isSame, type Said } from "./said";

export interface Hearing {
  onSaid: (said: Said) => void;
  /** The caret stands elsewhere, or something was written. */
  onLook: () => void;
  onFocus: () => void;
  /** Whether the key was meant for somebody else. */
  onKey: (event: KeyboardEvent) => boolean;
  /** Files were pasted or dropped; answers what stands for the pictures among them. */
  onFiles: (files: File[]) => { upload: number; alt: string }[];
  attributes: () => Record<string, string>;
}

/** Makes an editor in `element`. `hearing` is asked each time, so that it may change. */
export function makeEditor(element: HTMLElement, said: Said, hearing: () => Hearing): Editor {
  const editor = new Editor({
    element,
    extensions: EXTENSIONS,
    injectCSS: false,
    enableContentCheck: false,
    editorProps: {
      attributes: (state) => ({
        ...hearing().attributes(),
        ...(isBlank(state) && { "data-blank": "" }),
      }),
      handleKeyDown: (_, event) => !event.isComposing && hearing().onKey(event),
      handlePaste: (view, event) => takeFiles(view, event.clipboardData, hearing()),
      handleDrop: (view, event, _, isMoved) => {
        if (isMoved) return false;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        return takeFiles(view, event.dataTransfer, hearing(), at);
      },
      transformPastedHTML: cleaned,
      clipboardTextParser: (text, _, __, view) => new Slice(Fragment.from(linesOf(view.state.schema, text)), 1, 1),
      clipboardTextSerializer: ({ content }) => content.textBetween(0, content.size, "\n", "\n"),
    },
    onUpdate: ({ editor }) => hearing().onSaid(saidIn(editor.state.doc)),
    onTransaction: () => hearing().onLook(),
    onFocus: () => hearing().onFocus(),
  });
  take(editor, said);
  return editor;
}

function isBlank({ doc }: EditorState): boolean {
  return doc.childCount === 1 && doc.firstChild?.type.name === "paragraph" && doc.firstChild.content.size === 0;
}

/** Takes over what was said elsewhere. What stood there before cannot be brought back: it was sent, or is theirs. */
export function take(editor: Editor, said: Said): void {
  if (isSame(saidIn(editor.state.doc), said)) return;
  const { schema, plugins } = editor.state;
  const doc = documentOf(schema, said);
  editor.view.updateState(EditorState.create({ doc, plugins, selection: TextSelection.atEnd(doc) }));
}

function takeFiles(view: EditorView, data: DataTransfer | null, { onFiles }: Hearing, at?: number): boolean {
  const files = [...(data?.files ?? [])];
  if (files.length === 0 || saysSomething(data?.getData("text/html") ?? "")) return false;
  const pictures = onFiles(files).map((attrs) => view.state.schema.node("picture", attrs));
  if (pictures.length > 0) {
    const { from, to } = view.state.selection;
    view.dispatch(view.state.tr.replaceWith(at ?? from, at ?? to, Fragment.from(pictures)).scrollIntoView());
  }
  return true;
}

/** The block of text in which the caret stands. */
export function editorField(editor: Editor): Field {
  const { view } = editor;
  const start = () => view.state.selection.$from.start();
  return {
    text: () => {
      const { parent } = view.state.selection.$from;
      return parent.textBetween(0, parent.content.size, "\n", (piece) =>
        piece.type.name === "hardBreak" ? "\n" : "\ufffc",
      );
    },
    selection: () => {
      const { from, to, $from } = view.state.selection;
      return [from - $from.start(), Math.min(to - $from.start(), $from.parent.content.size)];
    },
    replace: (from, to, text) => {
      const { schema, tr, selection } = view.state;
      const [begin, end] = [start() + from, start() + to];
      const lines = linesOf(schema, text);
      if (lines.length === 1 || selection.$from.parent.type.spec.code) tr.insertText(text, begin, end);
      else tr.replace(begin, end, new Slice(Fragment.from(lines), 1, 1));
      tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(end)), -1));
      view.dispatch(tr.scrollIntoView());
      view.focus();
    },
    focus: () => view.focus(),
    place: (at) => view.coordsAtPos(start() + at),
  };
}
