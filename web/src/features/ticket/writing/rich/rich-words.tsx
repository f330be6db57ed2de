/** The editor in the composer, with its tools. */
import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useReducer, useRef } from "react";
import { useKept } from "@/lib/kept";
import { useWords } from "@/lib/words";
import type { WritingMode } from "../composer/drafts";
import type { Writing } from "../composer/writing";
import { editorField, type Hearing, makeEditor, take } from "./editor";
import type { Field } from "./field";
import { MentionList, useMentions } from "./mentions";
import { drawPictures, isPicture, preview, settlePictures } from "./pictures";
import css from "./rich.module.css";
import { Toolbar } from "./toolbar";

export interface RichWordsProps {
  mode: WritingMode;
  writing: Writing;
  field: RefObject<Field | null>;
  isOpen: boolean;
  isLow: boolean;
  /** What was selected in the box whose place it takes; null: it had not the focus. */
  start: RefObject<[number, number] | null>;
  write: (text: string, html: string | null) => void;
  placeholder: string;
  aria: Record<string, string>;
  onFocus: () => void;
  onKey: (event: KeyboardEvent) => boolean;
  onLook: () => void;
  children: ReactNode;
}

export function RichWords({ mode, writing, field, isOpen, isLow, start, children, ...props }: RichWordsProps) {
  const { t } = useWords();
  const { draft, uploads } = writing;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(null);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [hasTools, setHasTools] = useKept("formatting", !isLow);
  const mentions = useMentions(editor, mode === "note" && isOpen);
  const onFiles = (files: File[]) => {
    const pictures = uploads.add(files.filter(isPicture), { isInline: true });
    const others = files.filter((file) => !isPicture(file));
    if (others.length > 0) uploads.add(others);
    for (const { id, file } of pictures) preview(id, file);
    return pictures.map(({ id, file }) => ({ upload: id, alt: file.name }));
  };
  const hearing = useRef<Hearing>(null as unknown as Hearing);
  hearing.current = {
    onSaid: ({ text, html }) => props.write(text, html),
    onLook: () => {
      if (editor.current) drawPictures(editor.current, uploads.all);
      props.onLook();
      mentions.look();
      redraw();
    },
    onFocus: props.onFocus,
    onKey: (event) => mentions.onKey(event) || props.onKey(event),
    onFiles,
    attributes: () => ({
      ...props.aria,
      ...mentions.aria,
      role: "textbox",
      "aria-multiline": "true",
      "aria-placeholder": props.placeholder,
      "data-words": "",
      class: css.text ?? "",
    }),
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once, and asks `hearing` for what changes
  useLayoutEffect(() => {
    if (!place.current) return;
    const made = makeEditor(place.current, draft.latest(), () => hearing.current);
    editor.current = made;
    field.current = editorField(made);
    drawPictures(made, uploads.all);
    if (start.current) standAt(made, start.current, draft.latest().text);
    redraw();
    return () => {
      made.destroy();
      editor.current = null;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what another window wrote or was sent is taken over, uploads are not
  useLayoutEffect(() => {
    if (!editor.current) return;
    take(editor.current, draft.latest());
    drawPictures(editor.current, uploads.all);
  }, [draft.text, draft.html]);
  useEffect(() => {
    if (!editor.current) return;
    settlePictures(editor.current, uploads.all);
    drawPictures(editor.current, uploads.all);
  }, [uploads.all]);
  const told = JSON.stringify(hearing.current.attributes());
  // biome-ignore lint/correctness/useExhaustiveDependencies: other attributes are asked of `hearing` once the editor is told
  useEffect(() => {
    editor.current?.view.setProps({});
  }, [told]);

  return (
    <>
      <div ref={place} className={css.place} data-open={isOpen || undefined} data-placeholder={props.placeholder} />
      {isOpen && editor.current && (
        <div className={css.tools} data-shown={hasTools || undefined}>
          <button
            type="button"
            className={css.toggle}
            aria-expanded={hasTools}
            title={t("ticket.rich.tools")}
            aria-label={t("ticket.rich.tools")}
            onClick={() => setHasTools(!hasTools)}
          >
            Aa
          </button>
          {hasTools && <Toolbar editor={editor.current} onFiles={onFiles} />}
        </div>
      )}
      <MentionList mentions={mentions} />
      {children}
    </>
  );
}

/** Selects what was selected in the box, of which each line is a block now. */
function standAt(editor: Editor, selected: [number, number], text: string): void {
  const { view } = editor;
  const at = (sign: number) => 1 + sign + text.slice(0, sign).split("\n").length - 1;
  const end = view.state.doc.content.size;
  const [from, to] = selected.map((sign) => Math.min(at(sign), end)) as [number, number];
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
  view.focus();
}
