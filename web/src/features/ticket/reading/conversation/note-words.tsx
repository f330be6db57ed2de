/** A note with formatting, where it is put otherwise. Its files stay as they are. */
import type { Editor } from "@tiptap/core";
import { useEffect, useReducer, useRef } from "react";
import type { FileRef } from "@/ui/content/files";
import { type Hearing, makeEditor } from "../../writing/rich/editor";
import { drawPictures } from "../../writing/rich/pictures";
import css from "../../writing/rich/rich.module.css";
import type { Said } from "../../writing/rich/said";
import { Toolbar } from "../../writing/rich/toolbar";

interface NoteWordsProps {
  said: Said;
  files: readonly FileRef[];
  label: string;
  onSaid: (said: Said) => void;
  onKey: (event: KeyboardEvent) => boolean;
}

export default function NoteWords({ said, files, label, onSaid, onKey }: NoteWordsProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(null);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const shown = files.map((file, id) => ({ id, file: { id: file.content_id ?? "", url: file.url } }));
  const hearing = useRef<Hearing>(null as unknown as Hearing);
  hearing.current = {
    onSaid,
    onLook: () => {
      if (editor.current) drawPictures(editor.current, shown);
      redraw();
    },
    onFocus: () => undefined,
    onKey,
    onFiles: () => [],
    attributes: () => ({ role: "textbox", "aria-multiline": "true", "aria-label": label, class: css.text ?? "" }),
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once, and asks `hearing` for what changes
  useEffect(() => {
    if (!place.current) return;
    const made = makeEditor(place.current, said, () => hearing.current);
    editor.current = made;
    drawPictures(made, shown);
    made.commands.focus("end");
    redraw();
    return () => {
      made.destroy();
      editor.current = null;
    };
  }, []);
  return (
    <>
      <div ref={place} className={css.place} data-open />
      {editor.current && (
        <div className={css.tools}>
          <Toolbar editor={editor.current} onFiles={null} />
        </div>
      )}
    </>
  );
}
