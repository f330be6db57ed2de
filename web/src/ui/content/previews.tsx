/** Sound, film, plain text and PDFs among the files: played and read where they stand. What cannot be is a chip. */
import { useContext, useState } from "react";
import { useWords } from "@/lib/words";
import { Icon } from "../marks/icon";
import { FileLink, type FileRef, FreshAddress } from "./files";
import { previewOf, SHOWN_AT_MOST, textOf } from "./preview";
import css from "./previews.module.css";

export function PreviewedFile({ file }: { file: FileRef }) {
  const [isBroken, setIsBroken] = useState(false);
  const kind = isBroken ? null : previewOf(file);
  if (kind === null) return <FileLink file={file} />;
  if (kind === "text") return <TextFile file={file} />;
  if (kind === "pdf") return <PdfFile file={file} />;
  const played = {
    src: file.url,
    controls: true,
    preload: "none" as const,
    "aria-label": file.name,
    onError: () => setIsBroken(true),
  };
  return (
    <figure className={css.played}>
      {kind === "audio" ? (
        <audio {...played} className={css.audio} />
      ) : (
        <video {...played} className={css.video} playsInline />
      )}
      <figcaption>
        <FileLink file={file} />
      </figcaption>
    </figure>
  );
}

/** In the browser's own reader, when somebody asks for it. Its address may have ended by then. */
function PdfFile({ file }: { file: FileRef }) {
  const fresh = useContext(FreshAddress);
  const [url, setUrl] = useState<string | null>(null);
  const open = async () => setUrl(url === null ? ((await fresh?.(file.id).catch(() => undefined)) ?? file.url) : null);
  return (
    <div className={css.text} data-open={url !== null || undefined}>
      <Chip file={file} isOpen={url !== null} onOpen={open} />
      {url !== null && <iframe className={css.pdf} src={url} title={file.name} />}
    </div>
  );
}

function Chip({ file, isOpen, onOpen }: { file: FileRef; isOpen: boolean; onOpen: () => void }) {
  const { t } = useWords();
  return (
    <span className={css.chip}>
      <FileLink file={file} />
      <button type="button" className={css.open} aria-expanded={isOpen} onClick={onOpen}>
        <Icon name="eye" size={14} />
        {t(isOpen ? "common.preview.close" : "common.preview.open")}
        <span className="visually-hidden">{file.name}</span>
      </button>
    </span>
  );
}

/** Read when somebody asks for it, and never more than a reader would look at. */
function TextFile({ file }: { file: FileRef }) {
  const { t } = useWords();
  const fresh = useContext(FreshAddress);
  const [text, setText] = useState<string | null>(null);
  const [state, setState] = useState<"closed" | "reading" | "open" | "failed">("closed");
  const open = async () => {
    if (state === "open") return setState("closed");
    if (text !== null) return setState("open");
    setState("reading");
    try {
      let answer = await fetch(file.url);
      const url = answer.ok ? undefined : await fresh?.(file.id);
      if (url) answer = await fetch(url);
      if (!answer.ok) throw Error(String(answer.status));
      setText(textOf(new Uint8Array(await answer.arrayBuffer())));
      setState("open");
    } catch {
      setState("failed");
    }
  };
  return (
    <div className={css.text} data-open={state === "open" || undefined}>
      <Chip file={file} isOpen={state === "open"} onOpen={open} />
      {state === "failed" && <p role="alert">{t("common.preview.failed")}</p>}
      {state === "open" && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keys too
        <pre className={css.words} tabIndex={0}>
          {text?.slice(0, SHOWN_AT_MOST)}
        </pre>
      )}
      {state === "open" && (text?.length ?? 0) > SHOWN_AT_MOST && <p>{t("common.preview.more")}</p>}
    </div>
  );
}
