/** What a message says, for agents and customers alike. */
import { useState } from "react";
import { useWords } from "@/lib/words";
import type { FileRef } from "./files";
import css from "./message-content.module.css";
import { FileList } from "./pictures";
import { PlainText, SafeHtml } from "./safe-html";

interface MessageContentProps {
  text: string;
  html: string | null;
  /** The thread that the mail repeats; then its own words stand alone, and the mail as it came is a press away. */
  quoted?: string | null;
  files: readonly FileRef[];
}

/** The words, and every file that they do not show themselves. */
export function MessageContent({ text, html, quoted, files }: MessageContentProps) {
  const { t } = useWords();
  const [asItCame, setAsItCame] = useState(!quoted);
  const list = (shown: ReadonlySet<string>) => (
    <FileList files={files.filter((file) => !shown.has(file.id))} label={t("common.files.attached")} />
  );
  return (
    <div className={css.content}>
      {html && asItCame ? (
        <SafeHtml html={html} files={files}>
          {list}
        </SafeHtml>
      ) : (
        <>
          <PlainText text={text} />
          {list(new Set())}
          {quoted && (
            <details className={css.quoted}>
              <summary>{t("common.quoted")}</summary>
              <PlainText text={quoted} />
            </details>
          )}
        </>
      )}
      {html && quoted && (
        <button type="button" className={css.turn} onClick={() => setAsItCame(!asItCame)}>
          {t(asItCame ? "common.own_words" : "common.as_it_came")}
        </button>
      )}
    </div>
  );
}
